import type { CompactRange } from '@omamori/ledger'
import type { Clock } from '#shared'
import type { Change, LogState, Scope } from '#storage'
import { signLog } from './sign-log.ts'
import type { LogKey } from './signing-key.ts'
import { lastCheckpointOf } from './store.ts'

// A signature a commit would be the largest single cost of a small one. So the first commit after a pause is signed with
// itself, and of a stream of commits one in so many milliseconds; what is left at the end is signed when the time is over.
const PACE_MS = 200
// And after so many entries in any case: their leaf hashes wait in memory.
const MOST_UNSIGNED = 4096

/** What a commit did to a log. */
export interface Step {
  /** The log as it lay in the database before. */
  readonly log: LogState
  readonly after: CompactRange
  readonly leaves: readonly Uint8Array[]
  readonly signNow: boolean
}

/** The leaves at the end of a log that are not signed yet, and the seal that stands in the row if it is still so. */
interface Unsigned {
  seal: Uint8Array | undefined
  readonly from: number
  readonly leaves: Uint8Array[]
}

/** When a log is signed: at once after a pause, and in a stream at a pace. */
export interface SignPace {
  /** Signs, or not; gives the size up to which the log is signed then. */
  signWhenDue(change: Change, step: Step, key: LogKey): Promise<number>
  /** The seal that the log was left with. */
  left(origin: string, seal: Uint8Array): void
  /** The scopes whose logs were left unsigned. */
  unsigned(): readonly Scope[]
  stop(): void
}

export function signPace(clock: Clock, signSoon: (scope: Scope) => void, signed: (scope: Scope) => void): SignPace {
  const unsigned = new Map<string, Unsigned>()
  const signedAt = new Map<string, number>()
  const timers = new Map<string, { readonly scope: Scope; readonly timer: NodeJS.Timeout }>()

  const isDue = (origin: string, now: number) => {
    const passed = now - (signedAt.get(origin) ?? Number.NEGATIVE_INFINITY)
    return passed >= PACE_MS || passed < 0
  }

  function arm(scope: Scope, origin: string): void {
    if (timers.has(origin)) return
    const timer = setTimeout(() => {
      timers.delete(origin)
      signSoon(scope)
    }, PACE_MS)
    timers.set(origin, { scope, timer: timer.unref() })
  }

  function disarm(origin: string): void {
    clearTimeout(timers.get(origin)?.timer)
    timers.delete(origin)
  }

  return {
    async signWhenDue(change, { log, after, leaves, signNow }, key) {
      const { origin } = log
      const known = stillSo(unsigned.get(origin), log)
      const now = Date.parse(clock.now())
      known?.leaves.push(...leaves)
      // Until the log is left with a new seal; should the change fail before that, we know nothing of it any more.
      if (known) known.seal = undefined
      if (!signNow && known !== undefined && known.leaves.length < MOST_UNSIGNED && !isDue(origin, now)) {
        arm(change.scope, origin)
        return known.from
      }
      const from = known?.from ?? (await signedSizeOf(change, log))
      const tail = known?.leaves ?? (await change.logs.leavesReadBack(log, from, after.size))
      await signLog(change, { log, from, leaves: tail, after }, key)
      unsigned.set(origin, { seal: undefined, from: after.size, leaves: [] })
      signedAt.set(origin, now)
      disarm(origin)
      signed(change.scope)
      return after.size
    },
    left(origin, seal) {
      const known = unsigned.get(origin)
      if (known) known.seal = seal
    },
    unsigned: () => [...timers.values()].map(({ scope }) => scope),
    stop() {
      for (const origin of [...timers.keys()]) disarm(origin)
    },
  }
}

/** What we know holds only for the very state we left: a commit may have failed, and others may write to the log too. */
function stillSo(known: Unsigned | undefined, { seal }: LogState): Unsigned | undefined {
  if (known?.seal === undefined || seal === null) return undefined
  return Buffer.compare(known.seal, seal) === 0 ? known : undefined
}

async function signedSizeOf(change: Change, { origin, signed_size }: LogState): Promise<number> {
  return signed_size ?? (await lastCheckpointOf(change.db, origin))?.size ?? 0
}
