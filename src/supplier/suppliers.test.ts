import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { type Facility, writeSheets } from '#registry'
import { addDays, Refusal } from '#shared'
import { bomb } from '../registry/workbook/testing-workbooks.ts'
import { eachEngine } from '../storage/testing.ts'
import { codeOf } from './short-code.ts'
import { clinic, type SupplierRoom, supplierRoomOn } from './testing.ts'
import { sayAnswerIssue } from './words/issue.ts'
import { writeQuestionWorkbook } from './workbook/write-questions.ts'

const TODAY = '2026-11-22'
const dueOn = '2026-12-06'
const given = { answeredBy: '例題 一郎', answeredOn: TODAY, shareable: false } as const

async function issued(room: SupplierRoom, supplierId = 's-01') {
  const { sheetId } = await room.suppliers.issueSheet(room.caller, { supplierId, dueOn })
  const sheet = await room.suppliers.readSheet(room.caller, sheetId)
  const codeFor = (field: string) => sheet.questions.find((question) => question.field === field)?.code ?? ''
  return { sheetId, sheet, codeFor }
}

const stateOf = async ({ assessments, caller }: SupplierRoom, id: string) =>
  (await assessments.loadAssessment(caller)).requirements.find((requirement) => requirement.id === id)

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw new Error('nothing was refused', { cause: error })
}

const saidOf = ({ facts }: Refusal) =>
  (facts.issues as Parameters<typeof sayAnswerIssue>[0][]).map((issue) => sayAnswerIssue(issue, 'ja'))

async function actsOf({ journal, facilityId }: SupplierRoom): Promise<readonly string[]> {
  const { entries } = await journal.entries({ facilityId }, { act: 'supplier.' }, { limit: 200 })
  return entries.map(({ act }) => act).reverse()
}

/** The workbook of a sheet with other words in some of its cells: `{ 質問: { E5: 'はい' } }`. */
async function filledIn(
  room: SupplierRoom,
  sheetId: string,
  answers: Readonly<Record<string, string>>,
  front: Readonly<Record<string, string>> = {},
  change: (rows: (string | undefined)[][]) => void = () => {},
) {
  const view = await room.suppliers.readSheet(room.caller, sheetId)
  const rows: (string | undefined)[][] = [
    ['質問'],
    [],
    ['code', 'thing', 'question', 'takes', 'answer', 'note'],
    ['番号', '対象', '質問', '答え方', '答え', '補足'],
    ...view.questions.map(({ code, field }) => [code, '', '', '', answers[field], undefined]),
  ]
  change(rows)
  const facts = { format: 'omamori-question-sheet@1', sheetId, number: String(view.number), ...front }
  const about = [
    [],
    [],
    ['fact', undefined, 'value'],
    [],
    ...Object.entries(facts).map(([key, fact]) => [key, '', fact]),
  ]
  const look = { head: '', columns: [], pullDowns: [] }
  return writeSheets(
    [
      { ...look, name: 'はじめに', rows: about },
      { ...look, name: '質問', rows },
    ],
    room.clock.now(),
  )
}

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

eachEngine('the Excel file of a question sheet', (open) => {
  it('goes out, comes back filled in, and is recognised when it comes twice', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, clock } = room
    const { sheetId } = await issued(room)
    const untouched = await writeQuestionWorkbook(await suppliers.readSheet(caller, sheetId), clock.now())
    const blank = await refusalOf(suppliers.answerByWorkbook(caller, sheetId, untouched))
    expect(saidOf(blank)).toContain('「はじめに」の表 C8: 答えた方のお名前がありません。')
    const front = { answeredBy: 'ﾚｲﾀﾞｲ ｲﾁﾛｳ', answeredOn: 'Ｒ８．１１．２２', shareable: 'いいえ' }
    const answers = {
      'maintenance.operationsLogged': ' はい ',
      'passwordPolicy.history': '３',
      'maintenance.accessCountedByPatient': '分からない',
      'passwordPolicy.storage': '元に戻せない形',
    }
    const change = (rows: (string | undefined)[][]) => {
      for (const row of rows.slice(4)) {
        row[0] = [...(row[0] ?? '')].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
      }
    }
    const workbook = await filledIn(room, sheetId, answers, front, change)
    expect(await suppliers.answerByWorkbook(caller, sheetId, workbook)).toMatchObject({ kept: 4, same: 0 })
    const before = await actsOf(room)
    expect(await suppliers.answerByWorkbook(caller, sheetId, workbook)).toMatchObject({ kept: 0, same: 4 })
    expect(await actsOf(room)).toEqual(before)
    const { questions } = await suppliers.readSheet(caller, sheetId)
    expect(questions.find(({ field }) => field === 'passwordPolicy.history')?.answer).toMatchObject({
      ...{ value: 3, by: 'レイダイ イチロウ', answeredOn: TODAY, way: 'workbook' },
    })
  })

  it('is refused with the cell when it holds formulas, wrong codes or wrong days, and nothing of it is kept', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId } = await issued(room)
    const spoil = (rows: (string | undefined)[][]) => {
      const [, , , , first, second] = rows
      if (first) first[0] = 'AAAAB'
      if (second) second[4] = "=cmd|' /C calc'!A0"
    }
    const front = { answeredBy: '例題 一郎', answeredOn: 'あした' }
    const workbook = await filledIn(room, sheetId, { 'passwordPolicy.storage': 'はい' }, front, spoil)
    const refusal = await refusalOf(suppliers.answerByWorkbook(caller, sheetId, workbook))
    expect(saidOf(refusal).some((said) => said.startsWith('「はじめに」の表 C9: '))).toBe(true)
    const right = await filledIn(
      room,
      sheetId,
      { 'passwordPolicy.storage': 'はい' },
      { answeredBy: '例題 一郎' },
      spoil,
    )
    const said = saidOf(await refusalOf(suppliers.answerByWorkbook(caller, sheetId, right)))
    expect(said.join('\n')).toContain('「質問」の表 E6')
    expect((await suppliers.readSheet(caller, sheetId)).answered).toBe(0)
  })

  it('is refused before it is unpacked when it is a bomb, and for what it is when it is another file', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId } = await issued(room)
    const other = await issued(room, 's-02')
    const codesOf = async (bytes: Uint8Array) =>
      ((await refusalOf(suppliers.answerByWorkbook(caller, sheetId, bytes))).facts.issues as { code: string }[]).map(
        ({ code }) => code,
      )
    expect(await codesOf(await bomb(40_000_000))).toEqual(['unpacks-too-large'])
    expect(await codesOf(new TextEncoder().encode('%PDF-1.7'))).toEqual(['not-a-workbook'])
    const answers = { 'passwordPolicy.minLength': '13' }
    const front = { answeredBy: '例題 一郎' }
    const theirs = await filledIn(room, other.sheetId, answers, front)
    expect(await codesOf(theirs)).toEqual(['another-sheet'])
  })
})

eachEngine('the link of a supplier', (open) => {
  it('opens its own sheets and nothing else, whatever is tried', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, registry, assessments, caller } = room
    const mine = await issued(room)
    const theirs = await issued(room, 's-02')
    const { token } = await suppliers.issueLink(caller, 's-01')
    const { cookie } = await suppliers.openLink(token)
    const { caller: guest } = await access.authenticate(cookie)
    const own = await suppliers.readOwnSheets(guest)
    expect(own.sheets.map(({ number }) => number)).toEqual([1])
    expect(JSON.stringify(own)).not.toContain('例題医療システム')
    const code = mine.codeFor('maintenance.operationsLogged')
    await suppliers.answerOwn(guest, code, { answeredBy: '例題 一郎', shareable: false, verdict: 'value', value: true })
    expect((await stateOf(room, '6.8.D-1'))?.state).toBe('met')
    const stray = theirs.sheet.questions[0]?.code ?? ''
    const strayed = suppliers.answerOwn(guest, stray, { answeredBy: '例題', shareable: false, verdict: 'not-known' })
    expect((await refusalOf(strayed)).code).toBe('not-found')
    for (const tried of [
      suppliers.readSuppliers(guest),
      suppliers.readSheet(guest, mine.sheetId),
      suppliers.issueLink(guest, 's-01'),
      suppliers.answerSheet(guest, mine.sheetId, { ...given, answers: [{ code, verdict: 'not-known' }] }),
      registry.listItems(guest, 'system'),
      registry.exportFacility(guest),
      assessments.loadAssessment(guest),
      assessments.readSnapshots(guest),
      access.readAccounts(guest),
      access.readOwnSessions(guest),
      access.beginFactor(guest, { kind: 'totp' }),
      access.changePassword(guest, { currentPassword: 'x', newPassword: 'Kx7#vq2!mZp9t' }),
    ]) {
      expect((await refusalOf(tried)).code).toBe('not-permitted')
    }
  })

  it('is refused alike when it was guessed, cut, revoked or has expired; revoking ends who is in', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, caller, clock } = room
    await issued(room)
    const { token, linkId } = await suppliers.issueLink(caller, 's-01')
    const late = await suppliers.issueLink(caller, 's-01')
    const { cookie } = await suppliers.openLink(token)
    const { caller: guest } = await access.authenticate(cookie)
    await suppliers.revokeLink(caller, linkId)
    expect((await refusalOf(suppliers.readOwnSheets(guest))).code).toBe('sign-in-failed')
    expect((await refusalOf(access.authenticate(cookie))).code).toBe('not-signed-in')
    const guessed = `${room.facilityId}.${'A'.repeat(43)}`
    for (const wrong of [token, token.slice(0, -1), guessed, '', 'x', `nowhere.${'A'.repeat(43)}`]) {
      expect(await refusalOf(suppliers.openLink(wrong))).toMatchObject({
        ...{ code: 'sign-in-failed', facts: { reason: 'link-ended' } },
      })
    }
    clock.pass(86_400 * 61)
    expect((await refusalOf(suppliers.openLink(late.token))).code).toBe('sign-in-failed')
    const { suppliers: all } = await suppliers.readSuppliers(caller)
    expect(all.flatMap(({ links }) => links)).toEqual([])
    // Links that ended leave nobody in the list of accounts.
    expect((await access.readAccounts(consoleCaller(caller.facilityId))).map(({ displayName }) => displayName)).toEqual(
      ['見本 太郎'],
    )
  })

  it('its account cannot be given more: no role, no password, no new name', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, caller } = room
    const { token } = await suppliers.issueLink(caller, 's-01')
    const { accountId } = await suppliers.openLink(token)
    const administrator = { ...caller, roles: ['administrator'] } as const
    const reset = { accountId, identityCheckedBy: '見た', removeFactors: false }
    for (const tried of [
      () => access.changeAccount(administrator, { accountId, version: 1, roles: ['director'] }),
      () => access.changeAccount(administrator, { accountId, version: 1, loginName: 'taro2' }),
      () => access.resetAccount(administrator, reset),
    ]) {
      expect((await refusalOf(tried())).facts).toMatchObject({ reason: 'link-account' })
    }
    await access.disableAccount(administrator, { accountId, version: 1 })
    expect((await refusalOf(suppliers.openLink(token))).code).toBe('sign-in-failed')
  })
})

eachEngine('an answer for all customers', (open) => {
  const other: Facility = {
    ...clinic,
    profile: { name: '隣の医院だけの言葉' },
    suppliers: [{ id: 'hoshu', name: '（株）みほん 保守', maintenance: { maintains: true, accessesSystems: true } }],
    systems: [
      {
        ...{ id: 'karte', name: 'うちのカルテ', kind: 'emr', supplierId: 'hoshu' },
        authentication: { factors: ['knowledge'] },
      },
    ],
  }

  it('is proposed to another facility with its day, and taken over by a person alone', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, another } = room
    const second = await another(other)
    const { sheetId, codeFor } = await issued(room)
    const site = { code: codeFor('passwordPolicy.history'), verdict: 'value', value: 5 } as const
    const secret = {
      code: codeFor('passwordPolicy.storage'),
      verdict: 'value',
      value: 'one-way',
      note: '秘密',
    } as const
    await suppliers.answerSheet(caller, sheetId, { ...given, shareable: true, answers: [site, secret] })
    const theirs = await suppliers.issueSheet(second, { supplierId: 'hoshu', dueOn })
    const view = await suppliers.readSheet(second, theirs.sheetId)
    const proposed = view.questions.filter(({ proposal }) => proposal)
    expect(proposed).toMatchObject([
      { field: 'passwordPolicy.storage', proposal: { value: 'one-way', answeredOn: TODAY } },
    ])
    const text = JSON.stringify(view)
    for (const word of ['秘密', '例題 一郎', 'みほん診療所', '電子カルテ', room.facilityId])
      expect(text).not.toContain(word)
    const system = async () =>
      (await room.assessments.loadAssessment(second)).requirements.find(({ id }) => id === '6.5.C-14-1')
    expect((await system())?.evidence).toEqual([])
    const code = proposed[0]?.code ?? ''
    await suppliers.takeOver(second, theirs.sheetId, { code, sameSupplierAndProduct: true })
    expect((await system())?.evidence).toMatchObject([
      { source: 'vendor', takenOn: TODAY, supplier: '（株）みほん 保守' },
    ])
    expect((await system())?.evidence[0]).not.toHaveProperty('by')
  })

  it('is no answer of a supplier that did not say so, nor of one with another name', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, another } = room
    const second = await another({
      ...other,
      suppliers: [{ ...other.suppliers?.[0], id: 'hoshu', name: 'みほん保守2' }],
    })
    const { sheetId, codeFor } = await issued(room)
    const answers = [{ code: codeFor('passwordPolicy.storage'), verdict: 'value' as const, value: 'one-way' }]
    await suppliers.answerSheet(caller, sheetId, { ...given, answers })
    await suppliers.answerSheet(caller, sheetId, { ...given, shareable: true, answers })
    const theirs = await suppliers.issueSheet(second, { supplierId: 'hoshu', dueOn })
    const { questions } = await suppliers.readSheet(second, theirs.sheetId)
    expect(questions.filter(({ proposal }) => proposal)).toEqual([])
    const code = questions.find(({ field }) => field === 'passwordPolicy.storage')?.code ?? ''
    const taken = suppliers.takeOver(second, theirs.sheetId, { code, sameSupplierAndProduct: true })
    expect((await refusalOf(taken)).code).toBe('not-found')
  })
})
