import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { emr, pump, shortfalls, silences } from '../testing/cases.ts'
import { withFact, without } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { rules } from './index.ts'

const found = (id: string, facility: Facility) => rules[id]?.(facility, ON) ?? []
const ids = Object.keys(rules)

test('every rule answers a requirement of the edition', () => {
  const known = new Set(loadEdition().requirements.map((requirement) => requirement.id))
  expect(ids.filter((id) => !known.has(id))).toEqual([])
  expect(ids.length).toBeGreaterThanOrEqual(25)
})

test.each(shortfalls)('%s falls short by %j being %j', (id, path, value, code) => {
  const findings = found(id, withFact(compliantFacility, path, value)).filter(({ state }) => state === 'not-met')
  expect(findings.map((finding) => finding.code)).toContain(code)
})

test.each(silences)('%s cannot be known without %j', (id, path, code) => {
  const findings = found(id, without(compliantFacility, path)).filter(({ state }) => state !== 'met')
  expect(findings.map(({ state }) => state)).not.toContain('not-met')
  expect(findings.map((finding) => finding.code)).toContain(code)
})

test('each rule finds everything in order in the compliant clinic, thing by thing', () => {
  for (const id of ids.filter((id) => id !== '6.5.C-14-4-b')) {
    expect(found(id, compliantFacility).filter(({ state }) => state !== 'met')).toEqual([])
    expect(found(id, compliantFacility).every(({ about }) => about !== undefined)).toBe(true)
  }
})

test('no rule is met by a facility of which nothing is recorded', () => {
  const empty: Facility = { format: 'omamori-facility@1', asOf: ON, profile: { name: 'みほん診療所' } }
  for (const id of ids) expect(found(id, empty).map(({ state }) => state)).toContain('unknown')
  for (const id of ids) expect(found(id, empty).map(({ state }) => state)).not.toContain('met')
})

test('every rule with something to dislike has a case here', () => {
  const cases = new Set([...shortfalls, ...silences].map(([id]) => id))
  expect(ids.filter((id) => !cases.has(id) && !id.startsWith('6.5.C-14-4-'))).toEqual([])
})

test('a work diary stands in for a log that cannot say everything; whether there is one has to be known', () => {
  const poor = withFact(compliantFacility, [...emr, 'log', 'recordsPatient'], false)
  expect(found('6.5.C-7', poor).map(({ code }) => code)).toContain('missing')
  const refused = found('6.5.C-7', withFact(poor, [...emr, 'log', 'diary'], false))
  expect(refused.find(({ state }) => state === 'not-met')).toMatchObject({
    code: 'log-incomplete',
    facts: { lacking: 'log.recordsPatient' },
  })
  const kept = found('6.5.C-7', withFact(poor, [...emr, 'log', 'diary'], true))
  expect(kept.map(({ state }) => state)).not.toContain('not-met')
})

test('a device of no known kind may be an IoT device, and a system of no known factors may use passwords', () => {
  const findings = found('6.5.C-16-3', without(compliantFacility, ['devices', 'router', 'kind']))
  expect(findings.filter(({ state }) => state === 'unknown').map(({ about }) => about?.id)).toEqual(['router'])
})

test('an IoT device that is not updated has a reason with an end', () => {
  const old = withFact(compliantFacility, [...pump, 'firmware', 'current'], false)
  const excused = (day: string) => found('6.5.C-16-3', withFact(old, [...pump, 'firmware', 'exceptionUntil'], day))
  expect(excused(ON)[0]).toMatchObject({ state: 'met', code: 'firmware-exception' })
  expect(excused('2026-11-21')[0]).toMatchObject({ state: 'not-met', code: 'firmware-exception-over' })
})

test('a measure equal to two factors counts once it is written down', () => {
  const one = withFact(compliantFacility, ['systems', 'receipt', 'authentication', 'factors'], ['knowledge'])
  const equal = withFact(one, ['systems', 'receipt', 'authentication', 'equivalentMeasure'], '入退室の記録')
  expect(found('6.5.C-13', equal).map(({ state }) => state)).toEqual(['met'])
})

test('a wireless LAN that medical systems do not use is none of the rule’s business', () => {
  expect(found('6.5.C-15-3', compliantFacility).map(({ about }) => about?.id)).toEqual(['wifi'])
})

test('a day that has not come yet is not known, however good it would be', () => {
  const facility = withFact(compliantFacility, [...emr, 'log', 'reviewedOn'], '2026-11-23')
  expect(found('6.5.C-7', facility).map(({ code }) => code)).toContain('day-in-future')
})

test('people of suppliers and those who left are not asked for training or a pledge', () => {
  const left = withFact(compliantFacility, ['persons', 'p-01', 'state'], 'left')
  const lent = withFact(left, ['persons', 'p-02', 'supplierId'], 's-01')
  expect(found('6.6.C-1-1', lent).map(({ code }) => code)).toEqual(['not-recorded'])
})

test('a post whose holder left is vacant only where nobody else holds it', () => {
  const left = withFact(compliantFacility, ['persons', 'p-01', 'state'], 'left')
  expect(found('9.1.C-2-2', left).map(({ code }) => code)).toEqual(['post-vacant'])
  const followed = withFact(left, ['persons', 'p-02', 'posts'], ['director', 'creation-manager'])
  expect(found('9.1.C-2-2', followed)).toMatchObject([{ code: 'post-held', about: { id: 'p-02' } }])
})

test('a leaver whose account is usable past the limit counts against the system, whatever its count says', () => {
  const leaver = {
    ...compliantFacility.persons?.[1],
    id: 'p-09',
    name: '例題 去男',
    state: 'left',
    accountSystemIds: ['emr'],
  }
  const withLeaver = (leftOn: string): Facility =>
    ({ ...compliantFacility, persons: [...(compliantFacility.persons ?? []), { ...leaver, leftOn }] }) as Facility
  const about = (facility: Facility) =>
    found('6.5.C-6', facility).filter(({ code, about }) => code === 'leaver-accounts' && about?.id === 'emr')
  expect(about(withLeaver('2026-11-19'))).toEqual([])
  expect(about(withLeaver('2026-11-18'))).toMatchObject([{ state: 'not-met', facts: { count: 1 } }])
})

test('a paper that is said to hold and to lack the same topic is not believed', () => {
  const both = withFact(compliantFacility, ['documents', 'policy', 'lacks'], ['scope'])
  expect(found('6.1.C-2-a', both).map(({ code }) => code)).toEqual(['topic-lacking'])
})

test('a paper counts once it was approved by somebody of the registry', () => {
  const codes = (path: readonly string[], value?: unknown) =>
    found('6.1.C-2-a', withFact(compliantFacility, ['documents', 'policy', ...path], value)).map(({ code }) => code)
  expect(codes(['approvedById'])).toEqual(['topic-written', 'missing'])
  expect(codes(['approvedById'], 'p-99')).toEqual(['topic-written', 'reference-unknown'])
  expect(codes(['revisedOn'], '2026-11-23')).toEqual(['topic-written', 'day-in-future'])
})

test('a password in the place of encryption is enough for what is taken out, and media are asked as terminals are', () => {
  const open = withFact(compliantFacility, ['terminals', 't-03', 'encrypted'], false)
  const guarded = withFact(open, ['terminals', 't-03', 'takeOut', 'contentPassword'], true)
  expect(found('6.9.C-7', guarded)[0]).toMatchObject({ code: 'contents-guarded' })
  const medium = withFact(compliantFacility, [...pump, 'portable'], true)
  expect(found('6.9.C-7', medium).map(({ about, code }) => [about?.id, code])).toContainEqual(['pump', 'missing'])
})

test('a supplier that does not subcontract needs no clause for subcontractors', () => {
  const alone = withFact(compliantFacility, ['suppliers', 's-01', 'contract', 'subcontracts'], false)
  const silent = without(alone, ['suppliers', 's-01', 'contract', 'subcontractTerms'])
  expect(found('6.8.C-10', silent).map(({ code }) => code)).toEqual(['no-subcontracting'])
})
