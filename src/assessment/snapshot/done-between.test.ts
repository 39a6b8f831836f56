import { expect, test } from 'vitest'
import type { TaskView } from '#task/contract'
import { sourceOf } from '../plan/source.ts'
import { doneBetween } from './done-between.ts'

const task = (taskId: string, changed: Partial<TaskView> = {}): TaskView => ({
  ...{ taskId, title: taskId, background: '', sources: [sourceOf('6.5.C-13')], alternatives: [], ifNotDone: '' },
  ...{ state: 'done', standing: 'not-needed', openedOn: '2026-01-01', closedOn: '2026-06-01', version: 1 },
  ...changed,
})
const between = { after: '2026-04-01', until: '2026-10-01' }
const found = (...tasks: readonly TaskView[]) => doneBetween(tasks, '6.5.C-13', between).map(({ taskId }) => taskId)

test('what was done between the two days is named, on the days themselves too', () => {
  expect(
    found(task('in'), task('first', { closedOn: '2026-04-01' }), task('last', { closedOn: '2026-10-01' })),
  ).toEqual(['in', 'first', 'last'])
})

test('what was done before or afterwards, dropped, or for another requirement is not', () => {
  const others = [
    task('before', { closedOn: '2026-03-31' }),
    task('afterwards', { closedOn: '2026-10-02' }),
    task('dropped', { state: 'dropped' }),
    task('other', { sources: [sourceOf('6.5.C-14')] }),
  ]
  expect(found(...others)).toEqual([])
})
