import { expect, it } from 'vitest'
import { addDays } from '#shared'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { codeOf } from './short-code.ts'
import { supplierRoomOn } from './testing.ts'
import { actsOf, dueOn, given, issued, saidOf, stateOf, TODAY } from './testing-sheets.ts'

eachEngine('questions to suppliers', (open) => {
  it('what an answer says makes the requirement met, and what a fax says is kept with name and day', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId, sheet, codeFor } = await issued(room)
    expect(sheet).toMatchObject({ number: 1, state: 'open', answered: 0, dueOn })
    expect(sheet.questions.map(({ field }) => field)).toContain('passwordPolicy.storage')
    const { state, reason } = (await stateOf(room, '6.8.D-1')) ?? {}
    expect([state, reason]).toEqual(['unknown', 'supplier-asked'])
    const answers = [
      { code: ` ${codeFor('maintenance.operationsLogged').toLowerCase()} `, verdict: 'value', value: 'はい' },
      { code: codeFor('passwordPolicy.storage'), verdict: 'value', value: '元に戻せない形' },
      { code: codeFor('passwordPolicy.history'), verdict: 'not-known' },
    ] as const
    const kept = await suppliers.answerSheet(caller, sheetId, { ...given, answers: [...answers] })
    expect(kept).toMatchObject({ kept: 3, same: 0, answered: 3 })
    expect(await stateOf(room, '6.8.D-1')).toMatchObject({
      state: 'met',
      evidence: [{ source: 'vendor', supplier: '株式会社みほん保守', by: '例題 一郎', takenOn: TODAY }],
    })
    expect(await actsOf(room)).toEqual(['supplier.sheet-issued', ...Array(3).fill('supplier.answered')])
  })

  it('whoever may not is refused, and nothing is kept', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId, codeFor } = await issued(room)
    const auditor = { ...caller, roles: ['auditor'] } as const
    const staff = { ...caller, roles: ['staff'] } as const
    const answers = [{ code: codeFor('passwordPolicy.storage'), verdict: 'not-known' } as const]
    for (const refused of [
      suppliers.readSuppliers(staff),
      suppliers.readSheet(staff, sheetId),
      suppliers.issueSheet(auditor, { supplierId: 's-01', dueOn }),
      suppliers.closeSheet(auditor, sheetId),
      suppliers.remind(auditor, sheetId, { remindedOn: TODAY, way: 'phone' }),
      suppliers.answerSheet(auditor, sheetId, { ...given, answers }),
      suppliers.answerByWorkbook(auditor, sheetId, new Uint8Array()),
      suppliers.takeOver(auditor, sheetId, { code: answers[0]?.code ?? '', sameSupplierAndProduct: true }),
      suppliers.issueLink(auditor, 's-01'),
      suppliers.revokeLink(auditor, 'nowhere'),
      suppliers.readOwnSheets(caller),
      suppliers.answerOwn(caller, answers[0]?.code ?? '', { ...given, verdict: 'not-known' }),
    ]) {
      expect((await refusalOf(refused)).code).toBe('not-permitted')
    }
    expect(await actsOf(room)).toEqual(['supplier.sheet-issued'])
  })

  it('a wrong code, a code of another sheet and a value that the field does not hold are all named, and nothing is kept', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId, codeFor } = await issued(room)
    const other = await issued(room, 's-02')
    const answers = [
      { code: 'AAAAB', verdict: 'value', value: true },
      { code: other.sheet.questions[0]?.code ?? '', verdict: 'value', value: true },
      { code: codeOf(99_999), verdict: 'value', value: true },
      { code: codeFor('passwordPolicy.history'), verdict: 'value', value: 'たくさん' },
      { code: codeFor('passwordPolicy.storage'), verdict: 'not-concerned' },
      { code: codeFor('maintenance.operationsLogged'), verdict: 'value', value: 'はい' },
      { code: codeFor('maintenance.operationsLogged'), verdict: 'value', value: 'いいえ' },
    ] as const
    const refusal = await refusalOf(suppliers.answerSheet(caller, sheetId, { ...given, answers: [...answers] }))
    expect(refusal).toMatchObject({ code: 'malformed', facts: { reason: 'answers' } })
    const issues = refusal.facts.issues as readonly { readonly code: string }[]
    expect(issues.map(({ code }) => code)).toEqual([
      ...['misread-code', 'unknown-code', 'unknown-code', 'wrong-type', 'note-missing', 'twice'],
    ])
    expect(saidOf(refusal).join()).not.toContain('例題医療システム')
    expect((await suppliers.readSheet(caller, sheetId)).answered).toBe(0)
  })

  it('a day to come and a day before the question are refused', async () => {
    const room = await supplierRoomOn(await open())
    const { sheetId, codeFor } = await issued(room)
    const answers = [{ code: codeFor('passwordPolicy.storage'), verdict: 'not-known' as const }]
    for (const [answeredOn, code] of [
      [addDays(TODAY, 1), 'day-in-future'],
      ['2025-11-22', 'day-before-asked'],
    ] as const) {
      const request = { ...given, answeredOn, answers }
      const { facts } = await refusalOf(room.suppliers.answerSheet(room.caller, sheetId, request))
      expect(facts.issues).toMatchObject([{ code }])
    }
  })

  it('a correction is a further answer, and both stay in the journal', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId, codeFor } = await issued(room)
    const code = codeFor('maintenance.operationsLogged')
    const say = (value: boolean) =>
      suppliers.answerSheet(caller, sheetId, { ...given, answers: [{ code, verdict: 'value', value }] })
    await say(true)
    expect(await say(true)).toMatchObject({ kept: 0, same: 1 })
    await say(false)
    const { questions } = await suppliers.readSheet(caller, sheetId)
    expect(questions.find((question) => question.code === code)?.answer).toMatchObject({ value: false, revision: 2 })
    expect((await stateOf(room, '6.8.D-1'))?.state).toBe('not-met')
    expect((await actsOf(room)).filter((act) => act === 'supplier.answered')).toHaveLength(2)
  })

  it('a newer sheet takes the place of the older one, which takes no answers any more and says which one does', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, clock } = room
    const old = await issued(room)
    const first = old.codeFor('maintenance.operationsLogged')
    const tell = (sheetId: string, code: string, answeredOn: string) =>
      suppliers.answerSheet(caller, sheetId, {
        ...{ ...given, answeredOn },
        answers: [{ code, verdict: 'value', value: 'はい' }],
      })
    await tell(old.sheetId, first, TODAY)
    clock.pass(86_400 * 5)
    const { sheetId, sheet, codeFor } = await issued(room)
    expect(sheet.number).toBe(2)
    expect(sheet.questions.map(({ field }) => field)).not.toContain('maintenance.operationsLogged')
    const refusal = await refusalOf(
      tell(old.sheetId, old.codeFor('passwordPolicy.administratorsCanRead') || first, TODAY),
    )
    expect(refusal).toMatchObject({ code: 'conflict', facts: { reason: 'sheet-replaced', number: 1, replacedBy: 2 } })
    // The fax of the older sheet was under way: its day is right, since the question had been asked by then.
    await tell(sheetId, codeFor('maintenance.accessCountedByPatient'), TODAY)
    expect((await stateOf(room, '6.8.D-1'))?.state).toBe('met')
    await suppliers.closeSheet(caller, sheetId)
    const closed = await refusalOf(tell(sheetId, codeFor('maintenance.accessCountedByPatient'), TODAY))
    expect(closed).toMatchObject({ code: 'conflict', facts: { reason: 'sheet-closed' } })
  })

  it('what is declined is not asked again, and a supplier with nothing to ask gets no sheet', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId, sheet } = await issued(room, 's-02')
    const answers = sheet.questions.map(({ code }) => ({ code, verdict: 'not-known' as const }))
    await suppliers.answerSheet(caller, sheetId, { ...given, answers })
    expect((await suppliers.readSheet(caller, sheetId)).state).toBe('complete')
    const refusal = await refusalOf(suppliers.issueSheet(caller, { supplierId: 's-02', dueOn }))
    expect(refusal.facts).toMatchObject({ reason: 'nothing-to-ask' })
    const { suppliers: all } = await suppliers.readSuppliers(caller)
    expect(all.find(({ supplierId }) => supplierId === 's-02')?.toAsk).toBe(0)
  })

  it('a sheet near its due day or over it is to be reminded of, and not again for a week', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, clock } = room
    const { sheetId } = await issued(room)
    const now = async () => (({ due, toRemind }) => [due, toRemind])(await suppliers.readSheet(caller, sheetId))
    expect(await now()).toEqual([undefined, false])
    clock.pass(86_400 * 12)
    expect(await now()).toEqual(['near', true])
    await suppliers.remind(caller, sheetId, { remindedOn: addDays(TODAY, 12), way: 'phone' })
    expect(await now()).toEqual(['near', false])
    clock.pass(86_400 * 8)
    expect(await now()).toEqual(['over', true])
    const { reminders } = await suppliers.readSheet(caller, sheetId)
    expect(reminders).toEqual([{ remindedOn: addDays(TODAY, 12), way: 'phone', by: '見本 太郎' }])
    expect(await actsOf(room)).toContain('supplier.reminded')
  })

  it('an answer that the registry contradicts is shown, and changes nothing', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, registry, caller } = room
    const { sheetId, codeFor } = await issued(room)
    const code = codeFor('passwordPolicy.storage')
    await suppliers.answerSheet(caller, sheetId, {
      ...given,
      answers: [{ code, verdict: 'value', value: 'one-way' }],
    })
    expect((await stateOf(room, '6.5.C-14-1'))?.state).not.toBe('not-met')
    const seen = await registry.readItem(caller, 'system', 'emr')
    const item = { ...seen.item, passwordPolicy: { ...(seen.item.passwordPolicy as object), storage: 'plain' } }
    await registry.changeItem(caller, { kind: 'system', id: 'emr', version: seen.version, item })
    expect((await stateOf(room, '6.5.C-14-1'))?.state).toBe('not-met')
    const { disputes } = await suppliers.readSuppliers(caller)
    expect(disputes).toMatchObject([{ id: 'emr', registered: 'plain', answered: 'one-way', by: '例題 一郎' }])
    expect((await room.assessments.loadAssessment(caller)).disputes).toHaveLength(1)
  })

  it('the snapshot keeps the facts that suppliers told with the others', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, assessments, caller } = room
    const { sheetId, codeFor } = await issued(room)
    const answers = [{ code: codeFor('passwordPolicy.storage'), verdict: 'value' as const, value: 'one-way' }]
    await suppliers.answerSheet(caller, sheetId, { ...given, answers })
    const { snapshotId } = await assessments.takeSnapshot(caller)
    const { content } = await assessments.readSnapshot(caller, snapshotId)
    expect(content.facility.systems?.[0]?.passwordPolicy?.storage).toBe('one-way')
  })
})
