import type { Instant } from '#shared'
import type { Observation } from '../observation.ts'
import type { Place } from '../plan/plan.ts'
import type { EngineEnvironment } from './run-engine.ts'
import type { Watch } from './watch.ts'

/** What a look at one place is handed. */
export interface LookContext {
  readonly place: Place
  /** Absolute. */
  readonly path: string
  readonly secret?: string
  readonly environment: EngineEnvironment
  readonly watch: Watch
  readonly now: Instant
  /** From 0 to below 1: which files are sampled is not known beforehand. */
  readonly random: () => number
}

export type Seen = Pick<Observation, 'engine' | 'listed' | 'generations' | 'troubles' | 'encryption'>

/** One engine's way to look. It writes nothing at the place, and throws `Hindered` when it cannot look at all. */
export type LookAt = (context: LookContext) => Promise<Seen>
