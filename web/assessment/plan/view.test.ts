import { expect, test } from 'vitest'
import type { PlanRowView } from '#assessment/contract'
import { choiceOf, inOrder, matching, NO_OWNER, namedIn, planAddress } from './view.ts'

const row = (
  taskId: string,
  more: Partial<PlanRowView> = {},
  task: Partial<PlanRowView['task']> = {},
): PlanRowView => ({
  ...{ requirements: [], ownerLeft: false, daysLate: 0, weight: 0 },
  ...more,
  task: {
    ...{ taskId, title: taskId, background: '', sources: [], alternatives: [], ifNotDone: '', state: 'open' },
    ...{ standing: 'not-needed', openedOn: '2026-11-22', version: 1 },
    ...task,
  },
})
const hanako = { id: 'p-02', name: '例題 花子' }
const rows = [
  row('done', { owner: hanako }, { state: 'done' }),
  row('light', { weight: 10 }, { dueOn: '2026-12-01' }),
  row('late', { daysLate: 3, owner: hanako }, { state: 'doing' }),
  row('heavy', { weight: 900, requirements: [{ id: 'x', title: 'x', section: '6.5' }] }),
]
const ids = (found: readonly PlanRowView[]) => found.map(({ task }) => task.taskId)

test('without a choice all that is not closed is shown, the latest first, then the heaviest', () => {
  expect(ids(inOrder(matching(rows, choiceOf({}))))).toEqual(['late', 'heavy', 'light'])
})

test('by person, by chapter, and what nobody has', () => {
  expect(ids(matching(rows, choiceOf({ owner: 'p-02', shown: 'all' })))).toEqual(['done', 'late'])
  expect(ids(matching(rows, choiceOf({ owner: NO_OWNER })))).toEqual(['light', 'heavy'])
  expect(ids(matching(rows, choiceOf({ chapter: '6.5' })))).toEqual(['heavy'])
  expect(ids(matching(rows, choiceOf({ shown: 'late' })))).toEqual(['late'])
})

test('a choice stands in the address and is read from it again', () => {
  const choice = { shown: 'late', owner: 'p-02', supplier: undefined, chapter: '6.10' } as const
  const address = planAddress(choice)
  expect(address).toBe('/assessment/plan?shown=late&owner=p-02&chapter=6.10')
  expect(choiceOf(Object.fromEntries(new URL(address, 'http://localhost').searchParams))).toEqual(choice)
  expect(planAddress(choiceOf({ shown: 'nonsense' }))).toBe('/assessment/plan')
})

test('each person is offered once', () => {
  expect(namedIn(rows, 'owner')).toEqual([hanako])
})
