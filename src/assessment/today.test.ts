import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { sampleFacility } from '#registry'
import type { Facility } from '#registry/contract'
import { assess } from './judge.ts'
import { present } from './present.ts'
import { todayOf } from './today.ts'

const on = '2026-11-22'
const edition = loadEdition()

function today(facility: Facility) {
  const judged = assess({ edition, facility, attestations: [], exemptions: [], on })
  return todayOf(facility, present(judged, edition, 'ja'))
}

test('a facility of which nothing is known is not told that it is in order', () => {
  const { verdict, tasks } = today({ format: 'omamori-facility@1', asOf: on, profile: { name: 'みほん診療所' } })
  expect(verdict).toEqual({ code: 'nothing-recorded' })
  expect(tasks).toHaveLength(5)
})

test('once the first questions are answered, what is left is counted', () => {
  const practices = { usesWirelessLan: false }
  const { verdict } = today({ format: 'omamori-facility@1', asOf: on, profile: { name: 'みほん診療所' }, practices })
  expect(verdict.code).toBe('find-out')
})

test('what falls short comes before what is not known, and each task has somebody in charge', () => {
  const { verdict, tasks, more } = today(sampleFacility(on))
  expect(verdict.code).toBe('act')
  expect(tasks.map(({ state }) => state)).toEqual(Array(5).fill('not-met'))
  expect(tasks.every(({ owner }) => owner !== undefined)).toBe(true)
  expect(more).toBeGreaterThan(0)
})

test('the same step for the same thing is asked for once, whatever number of requirements it answers', () => {
  const { tasks } = today(sampleFacility(on))
  expect(new Set(tasks.map(({ title }) => title)).size).toBe(tasks.length)
})
