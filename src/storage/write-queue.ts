import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '#shared'
import { type Call, createGroup } from './commit-group.ts'
import { RunAgain } from './run-again.ts'
import type { Change, Scope } from './storage.ts'
import type { WriteConnection, WriteSource } from './write-connection.ts'

/** 書込みの列 — the callers who wait for the next commit. */
export interface WriteQueue {
  write<T>(scope: Scope, keep: (change: Change) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// PostgreSQL keeps the numbers of 64 savepoints at hand per transaction; beyond that every reader pays.
const GROUP_SIZE = 64
// A transaction that the database turned away five times is not in the way of others, it is wrong.
const MAX_RUNS = 5

/**
 * Takes whoever waits, up to a group, runs them one after the other, each in a savepoint, and commits them together.
 * While one group is being flushed the next one gathers: the slower the disk, the larger the groups. No timer is
 * involved. After a commit that failed the connection is thrown away, since what an fsync left behind is unknown
 * (https://wiki.postgresql.org/wiki/Fsync_Errors), and the next group opens and checks a new one.
 */
export function createWriteQueue(source: WriteSource): WriteQueue {
  const waiting: Call[] = []
  const inside = new AsyncLocalStorage<true>()
  let connection: WriteConnection | undefined
  let working: Promise<void> | undefined
  let closing = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn()
      const calls = waiting.splice(0, GROUP_SIZE)
      await settleGroup(calls).catch((error: unknown) => {
        for (const call of calls) call.reject(error)
      })
    }
    working = undefined
  }

  async function settleGroup(calls: readonly Call[]): Promise<void> {
    for (let run = 1; ; run += 1) {
      const used = await soundConnection()
      const group = createGroup(used, calls)
      const failed = await inside.run(true, () => group.run())
      if (failed === undefined) return group.settle()
      const again = run < MAX_RUNS && (failed.error instanceof RunAgain || used.mayRunAgain(failed.error))
      const kept = await recover(used, failed.whileCommitting)
      if (kept) return group.settle()
      if (!again) throw failed.error
      await pause(run)
    }
  }

  /** The connection, opened anew if the one before was lost since it was last used. */
  async function soundConnection(): Promise<WriteConnection> {
    if (connection?.broken() !== undefined) await discard(connection)
    connection ??= await source.open()
    return connection
  }

  async function discard(lost: WriteConnection): Promise<void> {
    connection = undefined
    await lost.close().catch(() => {})
  }

  /** Leaves a sound connection or none; says whether the group was kept after all. */
  async function recover(used: WriteConnection, whileCommitting: boolean): Promise<boolean> {
    if (!whileCommitting && used.broken() === undefined) {
      await used.rollback().catch(() => {})
      if (used.broken() === undefined) return false
    }
    await discard(used)
    return whileCommitting && (await source.outcomeOf(used)) === 'kept'
  }

  return {
    write<T>(scope: Scope, keep: (change: Change) => Promise<T>): Promise<T> {
      if (inside.getStore()) return Promise.reject(new Error('a change may not start another change and wait for it'))
      if (closing) return Promise.reject(new Refusal('read-only', { reason: 'closing' }))
      return new Promise<T>((resolve, reject) => {
        waiting.push({ scope, keep, resolve: (value) => resolve(value as T), reject })
        working ??= work()
      })
    },
    async close() {
      closing = true
      await working
      await connection?.close()
      connection = undefined
    },
  }
}

/** Stands where the queue would, in a storage that was opened for reading. */
export const refuseToWrite = (): Promise<never> =>
  Promise.reject(new Refusal('read-only', { reason: 'opened-for-reading' }))

/** Two processes that met once should not meet again at the same moment. */
async function pause(run: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** run))
}
