import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { RunView } from './contract.ts'
import type { Ground } from './ground.ts'
import type { Job } from './job.ts'
import { viewOf } from './read-timetable.ts'
import { runJob } from './run-job.ts'
import { findRun } from './store.ts'
import type { acts } from './words.ts'

const ACT: keyof typeof acts = 'timetable.asked'

/** いま動かす — out of its hours; the next hour comes all the same. */
export async function runNow(ground: Ground, jobs: readonly Job[], caller: Caller, name: string): Promise<RunView> {
  demand(caller, 'timetable.run')
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Refusal('not-found', { what: 'job', name, known: jobs.map((one) => one.name) })
  const scope = { facilityId: caller.facilityId }
  const subject = { kind: 'job', id: job.name }
  await ground.storage.write(scope, (change) =>
    ground.journal.append(change, { act: ACT, actor: caller.actor, subject }),
  )
  const dueAt = ground.clock.now()
  await runJob(ground, scope, job, { dueAt, asked: true })
  const row = await ground.storage.read(scope, (db) => findRun(db, job.name, dueAt))
  if (!row) throw new Refusal('conflict', { what: 'job', name })
  return viewOf(row, ground.clock.now())
}
