import { expect, test } from 'vitest'
import { checkReview } from './check-review.ts'
import { questionsOf } from './look-through.ts'
import { clinic } from './testing.ts'
import { recordReviewRequest } from './wire.ts'

const known = { facility: clinic, today: '2026-11-22', writer: 'account-1' }
const said = {
  ...{ target: 'system', systemIds: ['emr'], fromOn: '2026-10-01', untilOn: '2026-10-31', reviewedOn: '2026-11-01' },
  ...{ lookedAt: '時間外の参照', result: 'nothing-unusual' },
}
const wrongIn = (more: object, writer: string | undefined = 'account-1') =>
  checkReview(recordReviewRequest.parse({ ...said, ...more }), { ...known, writer }).map(
    ({ path, code }) => `${path} ${code}`,
  )

test.each([
  [{}, []],
  [{ reviewedOn: '2026-11-23' }, ['reviewedOn day-in-future']],
  [{ untilOn: '2026-11-02' }, ['untilOn after-review']],
  [{ fromOn: '2026-11-01' }, ['untilOn before-from']],
  [{ fromOn: '2025-10-30' }, ['fromOn too-long']],
  [{ fromOn: '2025-11-01', untilOn: '2026-11-01' }, []],
  [{ systemIds: [] }, ['systemIds missing']],
  [{ systemIds: ['emr', 'emr'] }, ['systemIds twice']],
  [{ systemIds: ['pacs'] }, ['systemIds not-there']],
  [{ reviewerId: 'p-09' }, ['reviewerId not-there']],
  [{ lookedAt: ' ' }, ['lookedAt missing']],
  [{ target: 'journal', systemIds: [], lookedAt: '' }, []],
  [{ result: 'findings' }, ['remarks missing']],
  [{ result: 'withdrawn', remarks: '誤り' }, ['corrects missing']],
  [{ task: { title: '確かめる' } }, ['task without-findings']],
  [{ result: 'findings', remarks: '参照', task: { title: '確かめる', ownerId: 'p-09' } }, ['task.ownerId not-there']],
])('what is wrong with %j is said, all of it', (more, expected) => {
  expect(wrongIn(more)).toEqual(expected)
})

test('whoever writes without having signed in says who it was that looked', () => {
  const said = recordReviewRequest.parse({
    target: 'journal',
    ...{ fromOn: '2026-11-01', untilOn: '2026-11-01' },
    reviewedOn: '2026-11-01',
    result: 'nothing-unusual',
  })
  expect(checkReview(said, { ...known, writer: undefined })).toEqual([{ path: 'reviewerId', code: 'missing' }])
})

test('of somebody who left, what comes after the last day is asked; with no day recorded, the whole period', () => {
  const period = { fromOn: '2026-11-01', untilOn: '2026-11-30' }
  const asked = (leftOn: string | undefined) =>
    questionsOf(period, [{ accountId: 'a-2', name: '例題 二郎', leftOn }])
      .filter(({ code }) => code === 'left')
      .map(({ filter }) => [filter.actorId, filter.fromOn, filter.untilOn])
  expect(asked('2026-11-10')).toEqual([['a-2', '2026-11-11', '2026-11-30']])
  expect(asked('2026-10-10')).toEqual([['a-2', '2026-11-01', '2026-11-30']])
  expect(asked(undefined)).toEqual([['a-2', '2026-11-01', '2026-11-30']])
  expect(asked('2026-11-30')).toEqual([])
})
