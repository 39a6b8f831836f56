import { loadChecklist, loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Facility } from '#registry/contract'
import type { Assessment, State } from '../contract.ts'
import { assess } from '../judge.ts'
import { withFact } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import type { Confirmation } from './contract.ts'
import { proposeChecklist } from './propose.ts'

const checklist = loadChecklist('mhlw-checklist-r7')
const edition = loadEdition()

const assessed = (facility: Facility) => assess({ edition, facility, attestations: [], exemptions: [], on: ON })

/** An assessment in which exactly these requirements have these states; everything else is not known. */
const stating = (states: Readonly<Record<string, State>>): Assessment => ({
  ...assessed(compliantFacility),
  requirements: edition.requirements.map(({ id }) => ({
    id,
    state: states[id] ?? 'unknown',
    decidedBy: 'rule',
    findings: [],
    evidence: [],
  })),
})

function rowOf(
  itemId: string,
  {
    assessment,
    facility = compliantFacility,
    confirmations = [] as readonly Confirmation[],
    on = ON,
  }: {
    readonly assessment: Assessment
    readonly facility?: Facility
    readonly confirmations?: readonly Confirmation[]
    readonly on?: string
  },
) {
  const [own] = proposeChecklist({ checklist, assessment, facility, confirmations, on }).sheets
  const row = own?.rows.find((one) => one.itemId === itemId)
  if (!row) throw new Error(`the sheet has no row ${itemId}`)
  return row
}

const yes: Confirmation = {
  sheet: 'facility',
  itemId: 'password-strength',
  round: 1,
  answer: 'yes',
  checkedOn: '2026-11-01',
  by: '例題 一郎',
  version: 1,
}

it('a row that the assessment does not know stays blank', () => {
  const { proposal } = rowOf('password-strength', { assessment: stating({}) })
  expect(proposal).toEqual({
    reason: 'unknown',
    requirements: [{ id: '6.5.C-14-4', state: 'unknown' }],
    findings: [],
  })
})

it('a row is proposed as yes when all that answers it is met, and says what', () => {
  const { proposal } = rowOf('access-log-kept', { assessment: stating({ '6.5.C-7': 'met', '6.5.C-8': 'met' }) })
  expect(proposal).toEqual({
    answer: 'yes',
    reason: 'all-met',
    requirements: [
      { id: '6.5.C-7', state: 'met' },
      { id: '6.5.C-8', state: 'met' },
    ],
    findings: [],
  })
})

it('one of two that is not known leaves the row blank, one that is not met makes it a no', () => {
  const one = rowOf('access-log-kept', { assessment: stating({ '6.5.C-7': 'met' }) })
  expect(one.proposal).toMatchObject({ reason: 'unknown' })
  expect(one.proposal.answer).toBeUndefined()
  const other = rowOf('access-log-kept', { assessment: stating({ '6.5.C-7': 'not-met' }) })
  expect(other.proposal).toMatchObject({ answer: 'no', reason: 'not-met' })
})

it('what does not apply here is no yes', () => {
  const { proposal } = rowOf('password-strength', { assessment: stating({ '6.5.C-14-4': 'not-applicable' }) })
  expect(proposal.answer).toBeUndefined()
  expect(proposal.reason).toBe('not-applicable')
})

it('where the edition knows only a part, all of it met is not enough, and a part not met is a no', () => {
  expect(rowOf('continuity-plan', { assessment: stating({ '6.10.C-1': 'met' }) }).proposal).toMatchObject({
    reason: 'partly',
  })
  expect(rowOf('continuity-plan', { assessment: stating({ '6.10.C-1': 'met' }) }).proposal.answer).toBeUndefined()
  expect(rowOf('continuity-plan', { assessment: stating({ '6.10.C-1': 'not-met' }) }).proposal.answer).toBe('no')
})

it('what the edition does not ask is never proposed', () => {
  const { proposal } = rowOf('passwords-not-reused', { assessment: assessed(compliantFacility) })
  expect(proposal).toEqual({ reason: 'nothing-answers', requirements: [], findings: [] })
})

it('a requirement that fails by another fact makes no no of this row, and no yes either', () => {
  const facility = withFact(compliantFacility, ['systems', 'emr', 'access', 'activeLeaverAccounts'], 2)
  const assessment = assessed(facility)
  const leavers = rowOf('unused-accounts-removed', { assessment, facility })
  expect(leavers.proposal).toMatchObject({ answer: 'no', findings: [{ code: 'leaver-accounts', facts: { count: 2 } }] })
  const rights = rowOf('rights-by-duty', { assessment, facility })
  expect(rights.proposal.answer).toBeUndefined()
  expect(rights.proposal.reason).toBe('not-met-elsewhere')
})

it('a yes that the assessment has since contradicted is marked, and a later no is not', () => {
  const assessment = stating({ '6.5.C-14-4': 'not-met' })
  expect(rowOf('password-strength', { assessment, confirmations: [yes] })).toMatchObject({
    answers: [yes],
    contradicted: true,
  })
  const later = { ...yes, round: 2, answer: 'no', targetOn: '2027-03-31' } as const
  expect(rowOf('password-strength', { assessment, confirmations: [later, yes] })).toMatchObject({
    answers: [yes, later],
    contradicted: false,
  })
  expect(rowOf('password-strength', { assessment: stating({}), confirmations: [yes] }).contradicted).toBe(false)
})

it('an answer given after the day is not shown on that day', () => {
  const assessment = stating({})
  expect(rowOf('password-strength', { assessment, confirmations: [yes], on: '2026-10-31' }).answers).toEqual([])
})

it('each supplier of something gets a sheet of its own, blank', () => {
  const facility: Facility = {
    ...compliantFacility,
    suppliers: [
      { id: 's-01', name: '見本システム株式会社' },
      { id: 's-09', name: '見本給食株式会社' },
    ],
  }
  const filled = proposeChecklist({ checklist, assessment: assessed(facility), facility, confirmations: [], on: ON })
  expect(filled.sheets.map(({ sheet, supplierName }) => [sheet, supplierName])).toEqual([
    ['facility', undefined],
    ['supplier', '見本システム株式会社'],
  ])
  const [, supplier] = filled.sheets
  expect(supplier?.things).toContain(compliantFacility.systems?.[0]?.name)
  expect(supplier?.rows.map(({ proposal }) => proposal.reason)).toEqual(Array(13).fill('supplier-asked'))
  expect(supplier?.rows.flatMap(({ answers }) => answers)).toEqual([])
})

it("a supplier's answers stand on its own sheet alone", () => {
  const confirmations = [{ ...yes, sheet: 'supplier', supplierId: 's-01' } as const]
  const filled = proposeChecklist({
    checklist,
    assessment: stating({}),
    facility: compliantFacility,
    confirmations,
    on: ON,
  })
  const answered = filled.sheets.map(({ rows }) => rows.flatMap(({ answers }) => answers).length)
  expect(answered).toEqual([0, 1])
})

it('a pharmacy gets the sheet of a pharmacy', () => {
  const facility: Facility = { ...compliantFacility, profile: { ...compliantFacility.profile, kind: 'pharmacy' } }
  const filled = proposeChecklist({ checklist, assessment: stating({}), facility, confirmations: [], on: ON })
  expect(filled.sheets[0]?.sheet).toBe('pharmacy')
})

it('no yes is ever proposed when a requirement that answers the row is not met', () => {
  const named = [...new Set(checklist.items.flatMap(({ basis }) => basis.requirements.map(({ id }) => id)))]
  const state = fc.constantFrom<State>('met', 'not-met', 'unknown', 'not-applicable')
  fc.assert(
    fc.property(fc.record(Object.fromEntries(named.map((id) => [id, state]))), (states) => {
      const assessment = stating(states)
      const { sheets } = proposeChecklist({
        checklist,
        assessment,
        facility: compliantFacility,
        confirmations: [],
        on: ON,
      })
      for (const { rows } of sheets)
        for (const { itemId, proposal } of rows) {
          const item = checklist.items.find(({ id }) => id === itemId)
          const all = item?.basis.requirements.map(({ id }) => states[id]) ?? []
          if (proposal.answer === 'yes') expect([...new Set(all)], itemId).toEqual(['met'])
          if (proposal.answer === 'no') expect(all, itemId).toContain('not-met')
        }
    }),
  )
})
