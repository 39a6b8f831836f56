import { expect, it } from 'vitest'
import type { Facility } from '#registry/contract'
import type { Storage } from '#storage'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { withFact } from '../testing/change.ts'
import { compliantFacility } from '../testing/compliant-facility.ts'
import { callerAs, roomsOn } from '../testing/rooms-on.ts'
import type { AnswerChecklistRequest } from './wire.ts'

const R7 = 'mhlw-checklist-r7'
const manager = callerAs('safety-manager')

async function on(storage: Storage, facility: Facility = compliantFacility) {
  const { assessments, registry, journal } = await roomsOn(storage, { facility })
  const answersOf = async (who = manager, day?: string) =>
    (await assessments.readChecklist(who, R7, day)).sheets.flatMap(({ rows }) => rows.flatMap(({ answers }) => answers))
  const entriesOf = async () =>
    [...(await journal.entries({ facilityId: 'mihon' }, { act: 'checklist.' }, { limit: 200 })).entries].reverse()
  const answer = (request: Partial<AnswerChecklistRequest>, who = manager) =>
    assessments.answerChecklist(who, R7, { ...yes, ...request })
  return { assessments, registry, answersOf, entriesOf, answer }
}

const yes: AnswerChecklistRequest = {
  sheet: 'facility',
  itemId: 'equipment-listed',
  round: 1,
  answer: 'yes',
  checkedOn: '2026-11-20',
  version: 0,
}

eachEngine('checklist', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { assessments, answer, answersOf, entriesOf } = await on(await open())
    const codes = await Promise.all(
      [
        assessments.readChecklist(callerAs('staff'), R7),
        answer({}, callerAs('auditor')),
        answer({}, callerAs('creation-manager')),
        assessments.withdrawChecklistAnswer(callerAs('auditor'), R7, { ...keyOf(yes), version: 1 }),
      ].map(async (act) => (await refusalOf(act)).code),
    )
    expect(codes).toEqual(['not-permitted', 'not-permitted', 'not-permitted', 'not-permitted'])
    expect(await answersOf(callerAs('auditor'))).toEqual([])
    expect(await entriesOf()).toEqual([])
  })

  it('an answer carries who gave it and when, and the journal tells', async () => {
    const { answer, answersOf, entriesOf } = await on(await open())
    expect(await answer({})).toEqual({
      round: 1,
      answer: 'yes',
      checkedOn: '2026-11-20',
      by: 'account-safety-manager',
      version: 1,
    })
    expect(await answersOf()).toEqual([
      {
        sheet: 'facility',
        itemId: 'equipment-listed',
        round: 1,
        answer: 'yes',
        checkedOn: '2026-11-20',
        by: 'account-safety-manager',
        version: 1,
      },
    ])
    expect(await answersOf(manager, '2026-11-19')).toEqual([])
    expect(await entriesOf()).toMatchObject([
      {
        act: 'checklist.answered',
        actor: { kind: 'account', id: 'account-safety-manager' },
        subject: { kind: 'checklist-row', id: 'mhlw-checklist-r7/equipment-listed' },
        detail: { sheet: 'facility', round: 1, answer: 'yes', checkedOn: '2026-11-20' },
      },
    ])
  })

  it('a yes where the assessment says not met is refused with what says so', async () => {
    const short = withFact(compliantFacility, ['systems', 'emr', 'access', 'activeLeaverAccounts'], 2)
    const { answer, answersOf } = await on(await open(), short)
    const refusal = await refusalOf(answer({ itemId: 'unused-accounts-removed' }))
    expect([refusal.code, refusal.facts]).toEqual([
      'malformed',
      { issues: [{ path: 'answer', code: 'contradicts-assessment', requirements: ['6.5.C-6'] }] },
    ])
    expect(await answersOf()).toEqual([])
    await answer({ itemId: 'unused-accounts-removed', answer: 'no', targetOn: '2027-03-31' })
    expect(await answersOf()).toMatchObject([{ answer: 'no', targetOn: '2027-03-31' }])
  })

  it('a yes that is contradicted later stays, and is marked', async () => {
    const { assessments, registry, answer } = await on(await open())
    await answer({ itemId: 'unused-accounts-removed' })
    await registry.replaceFacility(
      manager,
      withFact(compliantFacility, ['systems', 'emr', 'access', 'activeLeaverAccounts'], 2),
    )
    const { sheets } = await assessments.readChecklist(manager, R7)
    const row = sheets[0]?.rows.find(({ itemId }) => itemId === 'unused-accounts-removed')
    expect(row).toMatchObject({ contradicted: true, answers: [{ answer: 'yes' }] })
  })

  it('a no without a target day, a yes with one, and wrong days are refused', async () => {
    const { answer, answersOf } = await on(await open())
    const requests: readonly Partial<AnswerChecklistRequest>[] = [
      { answer: 'no' },
      { targetOn: '2027-03-31' },
      { checkedOn: '2026-11-23' },
      { answer: 'no', targetOn: '2026-11-19' },
      { round: 4 },
    ]
    const found = await Promise.all(
      requests.map(async (request) => {
        const { code, facts } = await refusalOf(answer(request))
        const [issue] = facts.issues as readonly { path: string; code: string }[]
        return [code, issue?.path, issue?.code]
      }),
    )
    expect(found).toEqual([
      ['malformed', 'targetOn', 'missing'],
      ['malformed', 'targetOn', 'not-with-yes'],
      ['malformed', 'checkedOn', 'day-in-future'],
      ['malformed', 'targetOn', 'day-over'],
      ['malformed', 'round', 'too-late'],
    ])
    expect(await answersOf()).toEqual([])
  })

  it('a row, a sheet, a supplier or a checklist that is not there is refused', async () => {
    const { assessments, answer } = await on(await open())
    const codes = await Promise.all(
      [
        answer({ itemId: 'nothing-of-the-kind' }),
        answer({ sheet: 'pharmacy' }),
        answer({ sheet: 'supplier' }),
        answer({ sheet: 'supplier', supplierId: 's-99', itemId: 'patches-applied' }),
        answer({ sheet: 'supplier', supplierId: 's-01', itemId: 'equipment-listed' }),
        assessments.readChecklist(manager, 'mhlw-checklist-r1'),
        assessments.withdrawChecklistAnswer(manager, R7, { ...keyOf(yes), version: 1 }),
      ].map(async (act) => (await refusalOf(act)).code),
    )
    expect(codes).toEqual(Array(7).fill('not-found'))
  })

  it("the answer of a supplier's paper stands on that supplier's sheet", async () => {
    const { answer, answersOf } = await on(await open())
    await answer({ sheet: 'supplier', supplierId: 's-01', itemId: 'patches-applied' })
    expect(await answersOf()).toMatchObject([{ sheet: 'supplier', supplierId: 's-01', itemId: 'patches-applied' }])
  })

  it('an answer is changed by whoever saw the one before, and by nobody else', async () => {
    const { answer, answersOf, entriesOf } = await on(await open())
    await answer({})
    expect(await refusalOf(answer({ checkedOn: '2026-11-21' }))).toMatchObject({
      code: 'conflict',
      facts: { current: { version: 1, checkedOn: '2026-11-20' } },
    })
    await answer({ answer: 'no', targetOn: '2027-01-31', version: 1 })
    expect(await answersOf()).toMatchObject([{ answer: 'no', targetOn: '2027-01-31', version: 2 }])
    await answer({ round: 2 })
    expect((await answersOf()).map(({ round, answer }) => [round, answer])).toEqual([
      [1, 'no'],
      [2, 'yes'],
    ])
    expect(await entriesOf()).toHaveLength(3)
  })

  it('of two who answer at once, one does', async () => {
    const { answer, entriesOf } = await on(await open())
    const both = await Promise.allSettled([answer({}), answer({ answer: 'no', targetOn: '2027-01-31' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await entriesOf()).toHaveLength(1)
  })

  it('an answer taken back leaves the row blank, once', async () => {
    const { assessments, answer, answersOf, entriesOf } = await on(await open())
    await answer({})
    expect(
      (await refusalOf(assessments.withdrawChecklistAnswer(manager, R7, { ...keyOf(yes), version: 2 }))).code,
    ).toBe('conflict')
    await assessments.withdrawChecklistAnswer(manager, R7, { ...keyOf(yes), version: 1 })
    expect(await answersOf()).toEqual([])
    expect((await entriesOf()).map(({ act }) => act)).toEqual(['checklist.answered', 'checklist.answer-withdrawn'])
  })

  it("another facility's answers are not seen", async () => {
    const { assessments, registry, answer, answersOf } = await on(await open())
    const stranger = callerAs('director', 'other')
    await registry.replaceFacility(stranger, compliantFacility)
    await answer({})
    expect(await answersOf(stranger)).toEqual([])
    const taken = assessments.withdrawChecklistAnswer(stranger, R7, { ...keyOf(yes), version: 1 })
    expect((await refusalOf(taken)).code).toBe('not-found')
    expect(await answersOf()).toHaveLength(1)
  })
})

function keyOf({ sheet, itemId, round }: AnswerChecklistRequest) {
  return { sheet, itemId, round }
}
