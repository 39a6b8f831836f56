import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgePlan, stateOf } from './judge.ts'
import type { Generation, Observation } from './observation.ts'
import { PLAN_FORMAT, planSchema } from './plan/plan.ts'
import { rulesFor } from './rule-set.ts'

const HOUR_MS = 3_600_000
const NOW = '2026-11-24T03:00:00.000Z'

interface Clean {
  readonly everyHours: number
  readonly graceHours: number
  readonly count: number
  readonly ageShare: number
  readonly jitter: readonly number[]
  readonly grow: readonly number[]
  readonly bytes: number
}

const clean: fc.Arbitrary<Clean> = fc.record({
  everyHours: fc.integer({ min: 1, max: 168 }),
  graceHours: fc.integer({ min: 1, max: 12 }),
  count: fc.integer({ min: 4, max: 20 }),
  ageShare: fc.double({ min: 0, max: 0.99, noNaN: true }),
  jitter: fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 20, maxLength: 20 }),
  grow: fc.array(fc.double({ min: 0.95, max: 1.1, noNaN: true }), { minLength: 20, maxLength: 20 }),
  bytes: fc.integer({ min: 100_000, max: 1_000_000_000 }),
})

/** A plan that is kept: an online place and a write-once one, each with every generation, never later than its grace. */
function kept({ everyHours, graceHours, count, ageShare, jitter, grow, bytes }: Clean) {
  const plan = planSchema.parse({
    format: PLAN_FORMAT,
    plans: [
      {
        ...{ id: 'emr', name: '電子カルテ', schedule: { everyHours, graceHours } },
        retention: { generations: count, days: Math.floor(((count - 1) * everyHours) / 24) || undefined },
        places: [
          { id: 'nas', engine: 'restic', path: '/r', medium: 'nas', reach: 'online', secret: { env: 'X' } },
          { id: 'worm', engine: 'folder', path: '/w', medium: 'optical', reach: 'write-once', encrypted: true },
        ],
      },
    ],
  })
  const generations = Array.from({ length: count }, (_, turn): Generation => {
    const age = (turn + ageShare) * everyHours + (jitter[turn] ?? 0) * graceHours
    return {
      ...{ id: `g${turn}`, takenAt: new Date(Date.parse(NOW) - age * HOUR_MS).toISOString() },
      ...{ bytes: Math.round(bytes * (grow[turn] ?? 1)), files: 1000, integrity: 'intact' },
      content: { files: 40, broken: [], brokenCount: 0, unexplained: 1, ransomNames: [] },
    }
  })
  const seen = { lookedAt: NOW, listed: true, generations, troubles: [] }
  const observations: readonly Observation[] = [
    { ...seen, placeId: 'nas', writing: 'open', encryption: 'encrypted' },
    { ...seen, placeId: 'worm', writing: 'closed', encryption: 'unknown' },
  ]
  return { plan, observations }
}

function judged(given: Clean, change: (observations: readonly Observation[]) => readonly Observation[] = (all) => all) {
  const { plan, observations } = kept(given)
  const [system] = plan.plans
  return system ? judgePlan(system, change(observations), rulesFor(plan), NOW) : []
}

test('1,500 plans that are kept, of every schedule, raise no alarm', () => {
  fc.assert(
    fc.property(clean, (given) => {
      expect(judged(given).filter(({ state }) => state !== 'met')).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

const one: Clean = { everyHours: 24, graceHours: 6, count: 7, ageShare: 0.4, jitter: [], grow: [], bytes: 1_000_000 }
const codes = (change: (observations: readonly Observation[]) => readonly Observation[]) =>
  judged(one, change).flatMap(({ state, code }) => (state === 'met' ? [] : [code]))

test('a write-once copy that can be written protects nothing', () => {
  const found = codes((all) => all.map((each) => ({ ...each, writing: 'open' })))
  expect(found).toEqual(expect.arrayContaining(['writable-from-here', 'not-protected']))
})

test('a place that could not be looked at is unknown and never met', () => {
  const found = codes((all) =>
    all.map((each) => ({ ...each, listed: false, generations: [], troubles: [{ code: 'timed-out', facts: {} }] })),
  )
  expect(found).toEqual(expect.arrayContaining(['timed-out', 'generations-unknown', 'protection-unknown']))
  expect(stateOf([])).toBe('unknown')
})

test('a damaged newest generation leaves an older one as the newest good one', () => {
  const damage = (all: readonly Observation[]) =>
    all.map((each) => ({
      ...each,
      generations: each.generations.map((one, index) => (index < 2 ? { ...one, integrity: 'damaged' as const } : one)),
    }))
  expect(codes(damage)).toEqual(expect.arrayContaining(['generation-damaged', 'stale']))
})

test('the facility’s own rule may ask for more than the example, and cannot ask for less', () => {
  expect(rulesFor({ rules: ['guideline-example'], ownRule: { minGenerations: 1, protectedFrom: 9 } })).toMatchObject({
    minGenerations: 3,
    protectedFrom: 3,
  })
  expect(rulesFor({ rules: [], ownRule: { minGenerations: 10 } }).minGenerations).toBe(10)
})
