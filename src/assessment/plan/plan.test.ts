import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import { sampleFacility } from '#registry'
import type { TaskView } from '#task/contract'
import { assess } from '../judge.ts'
import { gapsNotTaken, planRowsOf } from './plan-rows.ts'
import { proposeTask } from './propose-task.ts'
import { sourceOf } from './source.ts'
import { sumsOf } from './sums.ts'

const on = '2026-11-22'
const edition = loadEdition()
const facility = sampleFacility(on)
const assessment = assess({ edition, facility, attestations: [], exemptions: [], on })
const [heaviest, second] = assessment.gaps
if (!heaviest || !second) throw new Error('the sample clinic has gaps')
const met = assessment.requirements.find(({ state }) => state === 'met')?.id ?? ''
const around = { facility, today: on, language: 'ja', questionOf: (fact: string) => fact } as const

const task = (changed: Partial<TaskView> = {}): TaskView => ({
  ...{ taskId: 't-1', title: '見本の用件', background: '', sources: [sourceOf(heaviest.requirementId)] },
  ...{ alternatives: [], ifNotDone: '', state: 'open', standing: 'not-needed', openedOn: on, version: 1 },
  ...changed,
})
const row = (changed: Partial<TaskView>, of = facility) => planRowsOf([task(changed)], { facility: of, assessment })[0]

test('a gap becomes a task with the step, a person, a day and what may follow', () => {
  const proposed = proposeTask([second, heaviest], around)
  expect(proposed.sources).toEqual([sourceOf(second.requirementId), sourceOf(heaviest.requirementId)])
  expect(proposed.title).toMatch(/[^。]$/)
  expect(facility.persons?.map(({ id }) => id)).toContain(proposed.ownerId)
  expect(proposed.dueOn).toBe('2026-12-06')
  expect(proposed.ifNotDone).toMatch(/おそれ|立入検査/)
})

test('nobody who left is proposed', () => {
  const persons = facility.persons?.map((person) => ({ ...person, state: 'left' as const }))
  expect(proposeTask([heaviest], { ...around, facility: { ...facility, persons } }).ownerId).toBeUndefined()
})

test('a task whose owner has left is without an owner', () => {
  const [person] = facility.persons ?? []
  const persons = facility.persons?.map((one) => (one.id === person?.id ? { ...one, state: 'left' as const } : one))
  expect(row({ ownerId: person?.id })).toMatchObject({ owner: { name: person?.name }, ownerLeft: false })
  const left = row({ ownerId: person?.id }, { ...facility, persons })
  expect([left?.owner, left?.ownerLeft]).toEqual([undefined, true])
})

test('what is said to be done and still falls short is shown as such', () => {
  expect(row({ state: 'done' })?.stillShort).toBe('not-met')
  expect(row({ state: 'doing' })?.stillShort).toBeUndefined()
  expect(row({ state: 'done', sources: [sourceOf(met)] })?.stillShort).toBeUndefined()
})

test('a task that is late says by how many days', () => {
  expect(row({ dueOn: '2026-11-17' })?.daysLate).toBe(5)
})

test('a task weighs what its gap weighs, and nothing once the gap has gone', () => {
  expect(row({})?.weight).toBe(heaviest.weight)
  expect(row({ sources: [sourceOf(met)] })?.weight).toBe(0)
  expect(row({ sources: [{ room: 'supplier', kind: 'sheet', id: 's-1' }] })?.weight).toBe(500)
})

test('a gap is taken while a task for it is open, and free again when that was dropped', () => {
  const free = (tasks: readonly TaskView[]) => gapsNotTaken(tasks, assessment.gaps).includes(heaviest)
  expect([free([]), free([task()]), free([task({ state: 'dropped' })])]).toEqual([true, false, true])
})

test('costs are added by state, the approved apart from the estimated', () => {
  const rows = planRowsOf(
    [task({ cost: 100, standing: 'approved' }), task({ cost: 30, standing: 'waiting' }), task()],
    { facility, assessment },
  )
  expect(sumsOf(rows)[0]).toEqual({ state: 'open', tasks: 3, decided: 100, estimated: 30, unsaid: 1 })
})
