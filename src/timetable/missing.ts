import type { TimetableView } from './contract.ts'

/**
 * Whether a verification of the journal that should run does not: it is overdue, or came to no good end the last time. Of a job that is running nothing is
 * known yet, so the run before it counts.
 */
export function isMissing({ jobs, runs }: TimetableView): boolean {
  return jobs.some(({ name, overdue }) => {
    if (!name.startsWith('journal-')) return false
    const before = runs.find(({ job, state }) => job === name && state !== 'running')
    return overdue || before?.state === 'failed' || before?.state === 'died'
  })
}
