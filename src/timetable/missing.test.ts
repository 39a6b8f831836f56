import { expect, it } from 'vitest'
import type { RunState, RunView, TimetableView } from './contract.ts'
import { isMissing } from './missing.ts'

const run = (state: RunState): RunView => ({
  job: 'journal-daily',
  dueAt: '2026-11-22T18:10:00.000Z',
  startedAt: '2026-11-22T18:10:00.000Z',
  asked: false,
  state,
})
const view = (overdue: boolean, ...states: RunState[]): TimetableView => ({
  jobs: [{ name: 'journal-daily', hours: '10 3 * * *', nextAt: '2026-11-23T18:10:00.000Z', overdue }],
  runs: states.map(run),
})

it('nothing is missing while it runs at its hours, whatever it finds', () => {
  expect([view(false), view(false, 'ok'), view(false, 'found', 'failed')].map(isMissing)).toEqual([false, false, false])
})

it('what is overdue, failed or died is missing, also while it is being tried again', () => {
  const missing = [view(true, 'ok'), view(false, 'failed', 'ok'), view(false, 'died'), view(false, 'running', 'failed')]
  expect(missing.map(isMissing)).toEqual([true, true, true, true])
})

it('a job that verifies nothing leaves no verification missing', () => {
  const cards = {
    name: 'card-renewals',
    hours: '25 3 * * *',
    nextAt: '2026-11-23T18:25:00.000Z',
    overdue: true,
  } as const
  expect(isMissing({ jobs: [cards], runs: [] })).toBe(false)
})
