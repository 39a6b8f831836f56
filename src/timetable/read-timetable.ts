import { type Caller, demand } from '#access'
import type { Instant } from '#shared'
import type { TimetableRunRow } from '#storage'
import type { JobView, RunState, RunView, TimetableView } from './contract.ts'
import type { Ground } from './ground.ts'
import { hourAfter } from './hours.ts'
import type { Job } from './job.ts'
import { isOverdue } from './overdue.ts'
import { runsOf } from './store.ts'

// A month of a daily job, so that the page shows how it has gone.
const RUNS_SHOWN = 31

/** 定期処理の一覧. */
export async function readTimetable(ground: Ground, jobs: readonly Job[], caller: Caller): Promise<TimetableView> {
  demand(caller, 'timetable.read')
  const { facilityId } = caller
  const now = ground.clock.now()
  const createdAt = (await ground.facilities()).find((one) => one.facilityId === facilityId)?.createdAt ?? now
  const rows = await ground.storage.read({ facilityId }, async (db) => {
    const found: (readonly TimetableRunRow[])[] = []
    for (const { name } of jobs) found.push(await runsOf(db, name, RUNS_SHOWN))
    return found
  })
  const runs = rows.flat().map((row) => viewOf(row, now))
  runs.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
  return { jobs: jobs.map((job) => jobViewOf(job, runs, createdAt, now)), runs: runs.slice(0, RUNS_SHOWN) }
}

/** The runs come newest start first. */
function jobViewOf({ name, hours }: Job, all: readonly RunView[], createdAt: Instant, now: Instant): JobView {
  const runs = all.filter(({ job }) => job === name)
  const [last] = runs
  const ended = runs.flatMap(({ endedAt }) => (endedAt === undefined ? [] : [endedAt]))
  const runningSince = runs.find(({ state }) => state === 'running')?.startedAt
  const overdue = isOverdue({ hours, createdAt, now, ended, runningSince })
  return { name, hours, nextAt: hourAfter(hours, now), ...(last ? { last } : {}), overdue }
}

export function viewOf(row: TimetableRunRow, now: Instant): RunView {
  const { job, due_at, asked, started_at, ended_at, code } = row
  return {
    // Rows are written by the jobs of the program alone.
    job: job as RunView['job'],
    dueAt: due_at,
    asked: asked === 1,
    startedAt: started_at,
    state: stateOf(row, now),
    ...(ended_at === null ? {} : { endedAt: ended_at }),
    ...(code === null ? {} : { code }),
  }
}

function stateOf({ ended_at, outcome, lease_until }: TimetableRunRow, now: Instant): RunState {
  if (ended_at === null) return lease_until > now ? 'running' : 'died'
  return outcome as RunState
}
