import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { deciderOf } from '../deciders.ts'
import { assess } from '../judge.ts'
import { shortfalls, silences } from '../testing/cases.ts'
import { withFact, without } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'

const edition = loadEdition()

/** Ways of which one is enough: the one that the clinic does not go, and those that are judged beside another. */
const alternatives = /^6\.5\.C-14-4-[abc]$/

const automatic = edition.requirements
  .filter((requirement) => deciderOf(requirement).by === 'rule' && !alternatives.test(requirement.id))
  .map(({ id }) => id)

const stateOf = (id: string, facility: Facility, on = ON) => {
  const { requirements } = assess({ edition, facility, attestations: [], exemptions: [], on })
  return requirements.find((one) => one.id === id)
}

const cases = automatic.map((id) => ({
  id,
  bad: shortfalls.find(([of]) => of === id),
  silent: silences.find(([of]) => of === id),
}))

test('every requirement that a rule decides alone has a fact that spoils it and a fact whose absence is unknown', () => {
  expect(cases.filter(({ bad }) => !bad).map(({ id }) => id)).toEqual([])
  expect(cases.filter(({ silent }) => !silent).map(({ id }) => id)).toEqual([])
})

test.each(cases)('$id: met with every fact, not met with a bad one, unknown without it and when it is old', (one) => {
  const { id, bad, silent } = one
  expect(stateOf(id, compliantFacility)?.state).toBe('met')
  if (bad) expect(stateOf(id, withFact(compliantFacility, bad[1], bad[2]))?.state).toBe('not-met')
  if (silent) expect(stateOf(id, without(compliantFacility, silent[1]))?.state).toBe('unknown')
  expect(stateOf(id, compliantFacility, '2027-12-01')?.state).toBe('unknown')
})
