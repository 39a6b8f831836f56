import { loadEdition } from '@omamori/guideline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import type { State } from '../contract.ts'
import { assess, worst } from '../judge.ts'
import { shortfalls, silences } from '../testing/cases.ts'
import { factPaths, withFact, without } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { factsRead } from '../testing/facts-read.ts'
import { rules } from './index.ts'

const RUNS = 1000
const edition = loadEdition()
const ids = Object.keys(rules)

const found = (id: string, facility: Facility) => rules[id]?.(facility, ON) ?? []
const stateOf = (id: string, facility: Facility) => worst(found(id, facility))
const words = edition.requirements.map(({ id }) => ({
  attestationId: `a-${id}`,
  requirementId: id,
  statement: '確かめました',
  by: '例題 一郎',
  attestedOn: '2026-11-01',
  validUntil: '2027-10-31',
}))
const judged = (facility: Facility): ReadonlyMap<string, State> =>
  new Map(
    assess({ edition, facility, attestations: words, exemptions: [], on: ON }).requirements.map((one) => [
      one.id,
      one.state,
    ]),
  )

/** What is held or is not known to be held: there is no fact that would say that it falls short. */
const cannotFallShort = ['6.2.C-5', '6.5.C-16-1']

/** The clinic goes the first of three ways; for each there is a policy of all its systems that goes it. */
const policies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '6.5.C-14-4-a': { minLength: 13, mixedCharacters: true },
  '6.5.C-14-4-b': { minLength: 8, mixedCharacters: true, maxAgeDays: 60 },
  '6.5.C-14-4-c': { minLength: 8, mixedCharacters: true },
}
const withPolicy = (change: Readonly<Record<string, unknown>>): Facility => ({
  ...compliantFacility,
  systems: compliantFacility.systems?.map((system) => ({
    ...system,
    authentication: { ...system.authentication, factors: ['knowledge', 'possession'] },
    passwordPolicy: { ...system.passwordPolicy, certificatePin: false, maxAgeDays: 'never', ...change },
  })),
})

/** The facility in which a rule is satisfied, one that falls short, and one of which something is not known. */
function casesOf(id: string): Readonly<Record<'met' | 'not-met' | 'unknown', readonly Facility[]>> {
  const policy = policies[id]
  if (policy)
    return {
      met: [withPolicy(policy)],
      'not-met': [withPolicy({ ...policy, mixedCharacters: false })],
      unknown: Object.keys(policy).map((fact) => withPolicy({ ...policy, [fact]: undefined })),
    }
  return {
    met: [compliantFacility],
    'not-met': shortfalls.filter(([of]) => of === id).map(([, path, bad]) => withFact(compliantFacility, path, bad)),
    unknown: silences.filter(([of]) => of === id).map(([, path]) => without(compliantFacility, path)),
  }
}

test.each(ids)(
  '%s has a case in which it is met, one in which it falls short, and one in which it is unknown',
  (id) => {
    const cases = casesOf(id)
    for (const state of ['met', 'not-met', 'unknown'] as const) {
      if (state === 'not-met' && cannotFallShort.includes(id)) expect(cases[state]).toEqual([])
      else expect(cases[state].length, `${id} ${state}`).toBeGreaterThan(0)
      for (const facility of cases[state]) expect(stateOf(id, facility), `${id} ${state}`).toBe(state)
    }
  },
)

test('what is said to have no way of falling short says so of no facility of the tests', () => {
  const all = [...shortfalls.map(([, path, bad]) => withFact(compliantFacility, path, bad)), compliantFacility]
  for (const id of cannotFallShort) expect(all.map((facility) => stateOf(id, facility))).not.toContain('not-met')
})

/** Where several systems go one way, each of them alone is enough to go it: no fact of one is needed. */
const needed = ids.filter((id) => policies[id] === undefined)

test.each(needed)('%s is not met without a fact that it rests on, whichever it is', (id) => {
  const resting = found(id, compliantFacility).flatMap(({ about, restsOn = [] }) => [about, ...restsOn])
  const names = resting.flatMap((fact) => (fact?.field === undefined ? [] : [`${fact.id}.${fact.field}`]))
  const read = factsRead(rules[id], compliantFacility, ON).filter((path) =>
    names.some((name) => path.join('.').endsWith(name)),
  )
  expect(read.length).toBeGreaterThan(0)
  for (const path of read) expect(stateOf(id, without(compliantFacility, path)), path.join('.')).toBe('unknown')
})

test.each(ids)('%s never turns to met when any fact that it reads is taken away', (id) => {
  for (const facility of [...casesOf(id)['not-met'], ...casesOf(id).unknown]) {
    for (const path of factsRead(rules[id], facility, ON)) {
      // A thing that falls short and is no longer there is no fact that was taken away.
      if (isThing(path) || denies(path)) continue
      expect(stateOf(id, without(facility, path)), path.join('.')).not.toBe('met')
    }
  }
})

/**
 * Facts that only deny what others beside them say: a topic that a paper lacks, a pledge that is known to be missing
 * though a day is written. Whoever says both is not believed; without the denial the rest is simply good.
 */
const denies = (path: readonly string[]) => ['lacks', 'pledged', 'decided'].includes(path.at(-1) ?? '')
const isThing = ([member = '', , ...rest]: readonly string[]) =>
  rest.length === 0 && Array.isArray(compliantFacility[member as keyof Facility])
const paths = factPaths(compliantFacility)
const isLeaf = (path: readonly string[]) =>
  !paths.some((other) => other.length > path.length && startsWith(other, path))
const startsWith = (path: readonly string[], begin: readonly string[]) => begin.every((step, at) => path[at] === step)
const leaves = paths.filter((path) => isLeaf(path) && !denies(path))

test(`whatever is taken from a facility in good order, nothing becomes better (${RUNS} times)`, () => {
  const before = judged(compliantFacility)
  fc.assert(
    fc.property(fc.shuffledSubarray([...paths], { minLength: 1, maxLength: 12 }), (taken) => {
      const after = judged(taken.reduce(without, compliantFacility))
      const better = [...after].filter(([id, state]) => state === 'met' && before.get(id) !== 'met')
      expect(better).toEqual([])
      expect([...after].filter(([id, state]) => state === 'not-met' && before.get(id) === 'met')).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test(`whatever fact is taken from a facility that falls short, nothing becomes better (${RUNS} times)`, () => {
  const bad = shortfalls.filter(([, path]) => !denies(path))
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...bad], { minLength: 1, maxLength: 6 }),
      fc.shuffledSubarray([...leaves], { minLength: 1, maxLength: 12 }),
      (wrong, taken) => {
        const facility = wrong.reduce((now, [, path, value]) => withFact(now, path, value), compliantFacility)
        const before = judged(facility)
        const after = judged(taken.reduce(without, facility))
        expect([...after].filter(([id, state]) => state === 'met' && before.get(id) !== 'met')).toEqual([])
      },
    ),
    { numRuns: RUNS },
  )
})
