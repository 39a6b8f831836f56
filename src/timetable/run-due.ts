import type { FacilityScope, Ground } from './ground.ts'
import { dueHour } from './hours.ts'
import type { Job } from './job.ts'
import { type Ended, runJob } from './run-job.ts'

/** What ran, and how it went. */
export interface Ran extends Ended {
  readonly facilityId: string
  readonly job: Job['name']
}

/** Runs what is due now in every facility, one after the other. Trouble in one keeps none of the others from running. */
export async function runDue(ground: Ground, jobs: readonly Job[], isStopped: () => boolean): Promise<readonly Ran[]> {
  const ran: Ran[] = []
  for (const { facilityId, createdAt } of await ground.facilities()) {
    for (const job of jobs) {
      const dueAt = dueHour(job.hours, ground.clock.now(), createdAt)
      if (dueAt === undefined || isStopped()) continue
      const ended = await runOrTrouble(ground, { facilityId }, job, dueAt)
      if (ended) ran.push({ facilityId, job: job.name, ...ended })
    }
  }
  return ran
}

/** Where not even the row could be kept (a full disk, a quarantine), the next minute tries again. */
async function runOrTrouble(ground: Ground, scope: FacilityScope, job: Job, dueAt: string): Promise<Ended | undefined> {
  try {
    return await runJob(ground, scope, job, { dueAt, asked: false })
  } catch (error) {
    return { outcome: 'failed', trouble: error }
  }
}
