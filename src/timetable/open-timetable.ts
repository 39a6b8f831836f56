import type { Caller } from '#access'
import type { Ground } from './ground.ts'
import type { Job } from './job.ts'
import { readTimetable } from './read-timetable.ts'
import { runDue } from './run-due.ts'
import { runNow } from './run-now.ts'

// Several times within a lease, so that one that fails is no loss.
const PROLONG_MS = 2 * 60_000

/** The use cases of this room on the given ground. */
export function openTimetable(parts: Omit<Ground, 'whileRunning'>, jobs: readonly Job[]) {
  const ground: Ground = { ...parts, whileRunning }
  return {
    readTimetable: (caller: Caller) => readTimetable(ground, jobs, caller),
    runNow: (caller: Caller, name: string) => runNow(ground, jobs, caller, name),
    /** What is due now, of all facilities. For whoever serves; it asks nobody. */
    runDue: (isStopped: () => boolean = () => false) => runDue(ground, jobs, isStopped),
  }
}

function whileRunning(prolong: () => Promise<void>): () => void {
  // What cannot be prolonged is taken by another after a while, and run once more: no harm.
  const timer = setInterval(() => void prolong().catch(() => {}), PROLONG_MS).unref()
  return () => clearInterval(timer)
}

/** 定期処理 — what runs at what hour, once. */
export type Timetable = ReturnType<typeof openTimetable>
