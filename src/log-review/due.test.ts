import { expect, test } from 'vitest'
import type { LogReviewRow } from '#storage'
import { dayAfter } from './day-after.ts'
import { dueOf } from './due.ts'
import { clinic } from './testing.ts'

const row = (number: number, reviewedOn: string, more: Partial<LogReviewRow> = {}): LogReviewRow => ({
  ...{
    facility_id: 'f',
    review_id: `r-${number}`,
    number,
    target: 'system',
    systems: '[{"id":"emr","name":"電子カルテ"}]',
  },
  ...{
    from_on: '2026-10-01',
    until_on: '2026-10-31',
    reviewed_on: reviewedOn,
    reviewer_id: null,
    reviewer_name: '例題 一郎',
  },
  ...{ looked_at: '', lines: '[]', result: 'nothing-unusual', remarks: '', task_id: null, corrects: null },
  ...{ written_by: 'a-1', written_at: '2026-11-22T00:00:00.000Z', ...more },
})

test.each([
  ['2026-11-22', 'in-time'],
  ['2026-12-14', 'soon'],
  ['2026-12-21', 'soon'],
  ['2026-12-22', 'late'],
] as const)('looked at on 20 November with an interval of 31 days, on %s it is %s', (today, state) => {
  const [ours] = dueOf({ ...clinic, systems: [] }, [row(1, '2026-11-20', { target: 'journal', systems: '[]' })], today)
  expect(ours).toMatchObject({ lastOn: '2026-11-20', dueOn: '2026-12-21', state, lastBy: '例題 一郎' })
})

test('without an interval of the facility nothing is due, and a day that has not come says nothing', () => {
  const [ours, emr] = dueOf({ ...clinic, limits: {} }, [], '2026-08-01')
  expect(ours).toEqual({ target: 'journal', lastOn: undefined, state: 'no-interval' })
  expect(emr).toMatchObject({ systemId: 'emr', lastOn: undefined, state: 'no-interval' })
})

test('a day in the registry that no review wrote is shown without a name', () => {
  expect(dueOf(clinic, [row(1, '2026-08-01')], '2026-09-10')[1]).toEqual({
    ...{ target: 'system', systemId: 'emr', name: '電子カルテ', lastOn: '2026-09-01', dueOn: '2026-10-02' },
    state: 'in-time',
  })
})

test('when all reviews are withdrawn one after the other, the day is the one from before all of them', () => {
  const systems = (before: string) => JSON.stringify([{ id: 'emr', name: '電子カルテ', before }])
  const first = row(1, '2026-11-05', { systems: systems('2026-09-01') })
  const second = row(2, '2026-11-20', { systems: systems('2026-11-05') })
  const moved = { systemId: 'emr', reviewedOn: undefined }
  expect(dayAfter('2026-11-20', { ...moved, rows: [second, first], corrected: first }).after).toBe('2026-11-20')
  const withdrawn = row(3, '2026-11-05', { result: 'withdrawn', corrects: 'r-1' })
  const rows = [withdrawn, second, first]
  expect(dayAfter('2026-11-20', { ...moved, rows, corrected: second }).after).toBe('2026-09-01')
})
