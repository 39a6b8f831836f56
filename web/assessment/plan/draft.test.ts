import { expect, test } from 'vitest'
import type { TaskView } from '#task/contract'
import { bodyOf, draftOf, isUnclear } from './draft.ts'

const task: TaskView = {
  ...{ taskId: 't-1', title: 'ルーターを取り替える', background: '', sources: [], ifNotDone: '', state: 'open' },
  ...{ alternatives: [{ name: '設定だけ変える', cost: 0 }], cost: 330_000, ownerId: 'p-01', standing: 'waiting' },
  ...{ openedOn: '2026-11-22', version: 1 },
}
const draft = draftOf(task, (yen) => `${yen}円`)

test('a form that was not touched says what the task says', () => {
  expect(bodyOf(draft)).toEqual({
    ...{ title: task.title, ownerId: 'p-01', supplierId: null, dueOn: null, cost: 330_000 },
    ...{ background: '', ifNotDone: '', alternatives: task.alternatives },
  })
  expect(draft.alternatives).toHaveLength(3)
})

test('an emptied box takes the value away', () => {
  expect(bodyOf({ ...draft, cost: ' ', ownerId: '' })).toMatchObject({ cost: null, ownerId: null })
})

test('a sum that is none, a cost without a name and an empty title are not sent', () => {
  const [first, ...rest] = draft.alternatives
  expect(isUnclear(draft)).toBe(false)
  expect(isUnclear({ ...draft, cost: 'たぶん安い' })).toBe(true)
  expect(isUnclear({ ...draft, title: ' ' })).toBe(true)
  expect(isUnclear({ ...draft, alternatives: [{ name: '', cost: first?.cost ?? '' }, ...rest] })).toBe(true)
})
