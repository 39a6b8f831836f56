import type { Clock } from '#shared'
import type { FacilityScope } from './ground.ts'
import { backOffMs, FIRST_ROUND_MS, jittered, ROUND_MS } from './pace.ts'
import type { Outcome, RoundOptions } from './round.ts'

interface Parts {
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly facilities: () => Promise<readonly FacilityScope[]>
  readonly ask: (scope: FacilityScope, options: RoundOptions) => Promise<readonly Outcome[]>
  /** Hears of what went wrong in the background. */
  readonly report: (error: unknown) => void
}

/** Asks the witnesses of all facilities again and again, until it is stopped. */
export interface Rounds {
  start(): void
  stop(): Promise<void>
}

export function createRounds({ clock, random, facilities, ask, report }: Parts): Rounds {
  const failing = new Map<string, { readonly failures: number; readonly until: number }>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const nowMs = () => Date.parse(clock.now())

  function note({ witnessId, answer }: Outcome): void {
    if (answer === 'cosigned') failing.delete(witnessId)
    else {
      const failures = (failing.get(witnessId)?.failures ?? 0) + 1
      failing.set(witnessId, { failures, until: nowMs() + jittered(backOffMs(failures), random()) })
    }
  }

  async function round(): Promise<void> {
    const wanted = (witnessId: string) => (failing.get(witnessId)?.until ?? 0) <= nowMs()
    try {
      for (const scope of await facilities()) {
        const outcomes = await ask(scope, { actor: { kind: 'system' }, wanted, anyway: false })
        for (const outcome of outcomes) note(outcome)
      }
    } catch (error) {
      report(error)
    }
  }

  function arm(ms: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = round().finally(() => arm(jittered(ROUND_MS, random())))
    }, ms).unref()
  }

  return {
    start: () => arm(jittered(FIRST_ROUND_MS, random())),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
