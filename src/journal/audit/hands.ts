import { setImmediate } from 'node:timers/promises'
import { openLogReading, type Scope } from '#storage'
import type { AuditGround } from './audit-journal.ts'
import { runTask } from './run-task.ts'
import type { AuditAnswer, AuditTask } from './tasks.ts'
import { openThreads } from './threads.ts'

/** 手 — whoever does the pieces of an audit: threads, or where there is little to do, this one. */
export interface Hands {
  /** How many tasks it does at once. */
  readonly count: number
  run(task: AuditTask): Promise<AuditAnswer>
  close(): Promise<void>
}

export async function openHands({ storage, keys }: AuditGround, scope: Scope, threads: number): Promise<Hands> {
  if (threads > 0) {
    const handed = await Promise.all((['journal', 'secret'] as const).map((purpose) => keys.handOver(scope, purpose)))
    return openThreads(threads, { place: storage.place, scope, keys: handed.flat() })
  }
  const reading = await openLogReading(storage.place)
  return {
    count: 1,
    async run(task) {
      // Others who wait for this thread have their turn between two pieces.
      await setImmediate()
      return runTask({ reading, scope, keys }, task)
    },
    close: () => reading.close(),
  }
}
