import { loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOfSuppliers, type Facility, fieldAt, sampleHospital } from '#registry'
import { type SupplierAnswer, withAnswers } from '#supplier'
import type { FactReference } from './contract.ts'
import { assess } from './judge.ts'
import { without } from './testing/change.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const edition = loadEdition()

function judge(facility: Facility, answers: readonly SupplierAnswer[] = [], asked: readonly FactReference[] = []) {
  const told = withAnswers(facility, answers, ON)
  const places = asked.map(({ kind, id, field = '' }) => ({ kind, id, field }))
  const said = {
    registered: facility,
    filled: told.filled,
    confirmed: told.confirmed,
    disputes: told.disputes,
    asked: places,
  }
  const words = { attestations: [], exemptions: [] }
  return assess({ edition, facility: told.facility, answers: said, ...words, on: ON })
}

const stateOf = (assessment: ReturnType<typeof judge>, id: string) =>
  assessment.requirements.find((requirement) => requirement.id === id)

const answered = { supplierId: 's-01', supplierName: 'みほん保守', by: '例題 一郎', answeredOn: ON } as const
const protection: SupplierAnswer = {
  ...{ kind: 'system', id: 'emr', name: '電子カルテ', field: 'log.protection', value: 'append-only' },
  ...answered,
}
const silent = without(compliantFacility, ['systems', 'emr', 'log', 'protection'])

test('an answer makes an unknown requirement met, and the evidence names supplier, person and day', () => {
  expect(stateOf(judge(silent), '6.5.C-8')).toMatchObject({ state: 'unknown', reason: 'facts-missing' })
  const { state, evidence } = stateOf(judge(silent, [protection]), '6.5.C-8') ?? {}
  expect(state).toBe('met')
  const about = { kind: 'system', id: 'emr', name: '電子カルテ', field: 'log.protection' }
  expect(evidence).toContainEqual({
    ...{ kind: 'fact', source: 'vendor', about, supplier: 'みほん保守', by: '例題 一郎' },
    ...{ takenOn: ON, validUntil: '2027-11-22', expired: false },
  })
})

test('a finding that rests on an answer it does not name has that answer among its evidence', () => {
  const facility = without(compliantFacility, ['systems', 'emr', 'passwordPolicy', 'mixedCharacters'])
  const mixed = { ...protection, field: 'passwordPolicy.mixedCharacters', value: true }
  expect(stateOf(judge(facility), '6.5.C-14-4')).toMatchObject({ state: 'unknown' })
  const { state, evidence } = stateOf(judge(facility, [mixed]), '6.5.C-14-4') ?? {}
  expect(state).toBe('met')
  expect(evidence?.filter(({ supplier }) => supplier).map(({ about }) => about?.field)).toEqual([
    'passwordPolicy.mixedCharacters',
  ])
})

test('a requirement of which every unknown fact is asked says that the supplier was asked; it stays unknown', () => {
  const place = { kind: 'system', id: 'emr', name: '', field: 'log.protection' }
  expect(stateOf(judge(silent, [], [place]), '6.5.C-8')).toMatchObject({ state: 'unknown', reason: 'supplier-asked' })
})

test('a fresh answer does not make the old facts beside it fresh', () => {
  const old = { ...silent, systems: silent.systems?.map((system) => ({ ...system, confirmedOn: '2025-01-01' })) }
  expect(stateOf(judge(old, [protection]), '6.5.C-8')).toMatchObject({ state: 'unknown' })
})

test('what applies is not decided by a supplier where a person of the facility has answered', () => {
  const practices = { ...compliantFacility.practices, storesWithProvider: false, storesExternallyByNetwork: false }
  const suppliers = compliantFacility.suppliers?.map(({ storage: _, ...supplier }) => supplier)
  const facility = { ...compliantFacility, practices, suppliers }
  const stores = { ...protection, kind: 'supplier', id: 's-01', field: 'storage.stores', value: true }
  const states = (answers: readonly SupplierAnswer[]) =>
    judge(facility, answers).requirements.filter(({ reason }) => reason === 'applicability').length
  expect(states([stores])).toBe(states([]))
})

// Any value that the field can hold, good or bad.
function valuesOf(kind: string, field: string): fc.Arbitrary<unknown> {
  const shape = fieldAt(kind, field)?.shape
  switch (shape?.type) {
    case 'flag':
      return fc.boolean()
    case 'count':
      return fc.integer({ min: 1, max: Math.min(shape.max, 400) })
    case 'day':
      return fc.constantFrom(ON, '2026-10-01', '2020-01-01')
    case 'choice':
      return fc.constantFrom(...Object.keys(shape.options))
    case 'choices':
      return fc.subarray(Object.keys(shape.options), { minLength: 1 })
    default:
      return fc.constant('みほん')
  }
}

const hospital = sampleHospital(ON)
const members = { supplier: 'suppliers', system: 'systems', server: 'servers', device: 'devices' } as const
const places = Object.entries(members).flatMap(([kind, member]) =>
  (hospital[member] ?? []).flatMap((item) =>
    Object.keys(askedOfSuppliers[kind as keyof typeof members] ?? {}).map((field) => ({
      ...{ kind, id: item.id, name: item.name, field },
      supplierId: kind === 'supplier' ? item.id : 'supplierId' in item ? (item.supplierId ?? '') : '',
    })),
  ),
)
const someAnswers = fc
  .subarray(places, { minLength: 1, maxLength: 200 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((place) =>
        valuesOf(place.kind, place.field).map(
          (value): SupplierAnswer => ({ ...place, value, supplierName: 'みほん保守', answeredOn: ON }),
        ),
      ),
    ),
  )

// Which of the three ways passwords go is a choice, not a fault: that one system goes another way is no contrary fact.
const choices = /^6\.5\.C-14-4-[abc]$/

test('no answers whatever make a requirement met that the registry says is not met, and none touches a fact of it', () => {
  const before = judge(hospital)
  const notMet = before.requirements.filter(({ id, state }) => state === 'not-met' && !choices.test(id))
  expect(notMet.length).toBeGreaterThan(10)
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const told = withAnswers(hospital, answers, ON)
      expect(overlapping(hospital, told.facility)).toEqual(hospital)
      const after = judge(hospital, answers)
      for (const { id } of notMet) expect(stateOf(after, id)?.state, id).not.toBe('met')
    }),
    { numRuns: 30 },
  )
})

/** The second tree, cut down to what the first one has. */
function overlapping(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second) && first.every((each) => typeof each === 'object'))
    return first.map((each, index) => overlapping(each, second[index]))
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return second
  const other = second as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(first).map(([key, value]) => [key, overlapping(value, other[key])]))
}
