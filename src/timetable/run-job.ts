import { type Instant, Refusal } from '#shared'
import type { TimetableRunRow } from '#storage'
import type { FacilityScope, Ground } from './ground.ts'
import type { Job } from './job.ts'
import { changeRun, findRun, putRun, takeOver } from './store.ts'

// A process that was killed is missed after this long; one that lives prolongs it several times meanwhile.
const LEASE_MS = 10 * 60_000

/** What came of a run. */
export interface Ended {
  readonly outcome: 'ok' | 'found' | 'failed'
  readonly code?: string
  /** What was thrown, for the log. */
  readonly trouble?: unknown
}

interface Due {
  readonly dueAt: Instant
  readonly asked: boolean
}

/** Runs the job for this due if nobody else has; undefined when somebody has, or is at it. */
export async function runJob(
  ground: Ground,
  scope: FacilityScope,
  job: Job,
  { dueAt, asked }: Due,
): Promise<Ended | undefined> {
  const found = await ground.storage.read(scope, (db) => findRun(db, job.name, dueAt))
  if (found && (found.ended_at !== null || found.lease_until > ground.clock.now())) return undefined
  const runId = await claim(ground, scope, job, { dueAt, asked })
  if (runId === undefined) return undefined
  const stop = ground.whileRunning(async () => {
    await ground.storage.write(scope, (change) => changeRun(change, runId, { lease_until: leaseFrom(ground) }))
  })
  try {
    const ended = await ending(job, scope)
    return (await keepEnd(ground, scope, runId, ended)) ? ended : undefined
  } finally {
    stop()
  }
}

/** The run is ours when the row says so once it is durable. */
async function claim(
  ground: Ground,
  scope: FacilityScope,
  { name }: Job,
  { dueAt, asked }: Due,
): Promise<string | undefined> {
  const row: TimetableRunRow = {
    facility_id: scope.facilityId,
    job: name,
    due_at: dueAt,
    asked: asked ? 1 : 0,
    run_id: ground.newId(),
    lease_until: leaseFrom(ground),
    started_at: ground.clock.now(),
    ended_at: null,
    outcome: null,
    code: null,
  }
  const holder = await ground.storage.write(scope, async (change) => {
    await putRun(change, row)
    await takeOver(change, row)
    return findRun(change.db, name, dueAt)
  })
  return holder?.run_id === row.run_id ? row.run_id : undefined
}

async function ending(job: Job, scope: FacilityScope): Promise<Ended> {
  try {
    return { outcome: await job.run(scope) }
  } catch (error) {
    return { outcome: 'failed', code: error instanceof Refusal ? error.code : 'fault', trouble: error }
  }
}

/** A run that was taken from us meanwhile is another's to end. */
function keepEnd(ground: Ground, scope: FacilityScope, runId: string, { outcome, code }: Ended): Promise<boolean> {
  const end = { ended_at: ground.clock.now(), outcome, code: code ?? null }
  return ground.storage.write(scope, (change) => changeRun(change, runId, end))
}

function leaseFrom({ clock }: Ground): Instant {
  return new Date(Date.parse(clock.now()) + LEASE_MS).toISOString()
}
