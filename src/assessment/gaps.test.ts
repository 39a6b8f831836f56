import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { assess } from './judge.ts'
import { withFact, without } from './testing/change.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'

const edition = loadEdition()
const gaps = (facility: Facility) => assess({ edition, facility, attestations: [], exemptions: [], on: ON }).gaps
const order = (facility: Facility, ...ids: string[]) =>
  gaps(facility)
    .map(({ requirementId }) => requirementId)
    .filter((id) => ids.includes(id))

test('what is known to fall short goes before what is not known, whatever its kind', () => {
  const facility = withFact(compliantFacility, ['terminals', 't-01', 'screenLock', 'asksPassword'], false)
  expect(order(facility, '6.5.D-2', '6.11.C-1')).toEqual(['6.5.D-2', '6.11.C-1'])
})

test('a minimum item goes before a recommended one', () => {
  const weak = withFact(compliantFacility, ['systems', 'emr', 'log', 'protection'], 'none')
  const both = withFact(weak, ['connections', 'line', 'firewall', 'stateful'], false)
  expect(order(both, '6.5.D-3', '6.5.C-8')).toEqual(['6.5.C-8', '6.5.D-3'])
})

test('a weak password goes before a late look at the log, because intruders use it', () => {
  const late = withFact(compliantFacility, ['systems', 'emr', 'log', 'reviewedOn'], '2026-01-01')
  const both = withFact(late, ['systems', 'emr', 'passwordPolicy', 'minLength'], 8)
  expect(order(both, '6.5.C-7', '6.5.C-14-4')).toEqual(['6.5.C-14-4', '6.5.C-7'])
})

test('two terminals weigh more than one', () => {
  const one = withFact(compliantFacility, ['terminals', 't-01', 'malware', 'active'], false)
  const two = withFact(one, ['terminals', 't-02', 'malware', 'active'], false)
  const weight = (facility: Facility) =>
    gaps(facility).find(({ requirementId }) => requirementId === '6.5.C-11')?.weight
  expect((weight(two) ?? 0) - (weight(one) ?? 0)).toBe(1)
})

test('a sum of sub-items is no gap of its own; its sub-items are', () => {
  const facility = withFact(compliantFacility, ['wireless', 'wifi', 'encryption'], 'wep')
  expect(order(facility, '6.5.C-15', '6.5.C-15-3')).toEqual(['6.5.C-15-3'])
})

test('what only its supplier knows of a system is asked of that supplier; the rest is written down here', () => {
  const action = (path: string[], id: string) =>
    gaps(without(compliantFacility, path)).find(({ requirementId }) => requirementId === id)?.action
  expect(action(['systems', 'emr', 'passwordPolicy', 'storage'], '6.5.C-14-1')).toMatchObject({
    code: 'ask-supplier',
    facts: { supplier: 'みほん保守', name: '電子カルテ', field: 'passwordPolicy.storage' },
  })
  expect(action(['systems', 'emr', 'ownerId'], '6.2.C-7')).toMatchObject({ code: 'record-fact' })
  const kept = ['suppliers', 's-01', 'maintenance']
  expect(action([...kept, 'operationsLogged'], '6.8.D-1')).toMatchObject({
    code: 'ask-supplier',
    facts: { supplier: 'みほん保守' },
  })
  expect(action([...kept, 'reportsApproved'], '6.8.C-5')).toMatchObject({ code: 'record-fact' })
})

test('every gap has one step to take', () => {
  const empty: Facility = { format: 'omamori-facility@1', asOf: ON, profile: { name: 'みほん診療所' } }
  const all = gaps(empty)
  expect(all.length).toBeGreaterThan(200)
  expect(all.find(({ requirementId }) => requirementId === '6.2.C-6')?.action).toMatchObject({ code: 'record-items' })
  expect(all.find(({ requirementId }) => requirementId === '6.5.C-15-3')?.action).toEqual({
    code: 'answer-question',
    facts: { fact: 'usesWirelessLan' },
  })
})
