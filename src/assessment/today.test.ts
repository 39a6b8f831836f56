import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { sampleFacility } from '#registry'
import type { Facility } from '#registry/contract'
import type { TaskView } from '#task/contract'
import { assess } from './judge.ts'
import { planRowsOf } from './plan/plan-rows.ts'
import { sourceOf } from './plan/source.ts'
import { present } from './present.ts'
import { ownTasksOfToday, todayOf } from './today.ts'

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
  expect(tasks).toMatchObject(Array(5).fill({ kind: 'gap', state: 'not-met' }))
  expect(tasks.every(({ owner }) => owner !== undefined)).toBe(true)
  expect(more).toBeGreaterThan(0)
})

test('the same step for the same thing is asked for once, whatever number of requirements it answers', () => {
  const { tasks } = today(sampleFacility(on))
  expect(new Set(tasks.map((task) => task.kind === 'gap' && task.title)).size).toBe(tasks.length)
})

const facility = sampleFacility(on)
const judged = assess({ edition, facility, attestations: [], exemptions: [], on })
const [heaviest] = judged.gaps
const task = (taskId: string, changed: Partial<TaskView> = {}): TaskView => ({
  ...{ taskId, title: taskId, background: '', sources: [], alternatives: [], ifNotDone: '', state: 'open' },
  ...{ standing: 'not-needed', openedOn: on, version: 1 },
  ...changed,
})
const withTasks = (tasks: readonly TaskView[], reader?: Parameters<typeof todayOf>[3]) =>
  todayOf(facility, present(judged, edition, 'ja'), planRowsOf(tasks, { facility, assessment: judged }), reader)
const shown = (today: ReturnType<typeof withTasks>) =>
  today.tasks.map((one) => (one.kind === 'planned' ? one.task.taskId : 'gap'))

test('what is late comes first, the latest before the others, and what is closed does not come at all', () => {
  const tasks = [
    task('late', { dueOn: '2026-11-20' }),
    task('later', { dueOn: '2026-11-01', state: 'doing' }),
    task('done', { dueOn: '2026-10-01', state: 'done' }),
    task('today', { dueOn: on }),
  ]
  const today = withTasks(tasks)
  expect(shown(today)).toEqual(['later', 'late', 'today', 'gap', 'gap'])
  expect(today.tasks[0]).toMatchObject({ daysLate: 21 })
})

test('a gap that somebody has taken up is shown once, as the task, at the place it weighs', () => {
  const id = heaviest?.requirementId ?? ''
  const today = withTasks([task('taken', { sources: [sourceOf(id)], dueOn: '2026-12-06' })])
  expect(shown(today)).toEqual(['taken', 'gap', 'gap', 'gap', 'gap'])
  expect(today.tasks.slice(1).map(({ requirementId }) => requirementId)).not.toContain(id)
})

test('what waits for the director comes before what only weighs, to whomever it was given', () => {
  const tasks = [task('costs', { cost: 1000, standing: 'waiting' })]
  const isMine = () => false
  expect(shown(withTasks(tasks, { isMine, decides: true }))[0]).toBe('costs')
  expect(shown(withTasks(tasks, { isMine, decides: false }))).not.toContain('costs')
})

test('whoever sees no assessment has only what was given to them, the latest first', () => {
  const own = ownTasksOfToday([task('b'), task('a', { dueOn: '2026-11-01' }), task('c', { state: 'dropped' })], on)
  expect(own.map((one) => [one.task.taskId, one.daysLate])).toEqual([
    ['a', 21],
    ['b', 0],
  ])
})
