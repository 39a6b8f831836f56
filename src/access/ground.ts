import type { Keys } from '#keys'
import type { Clock, Json } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { Actor } from './caller.ts'
import type { Looking } from './looking.ts'
import type { RandomBytes } from './random.ts'
import type { Act } from './words.ts'

/** What this room writes down: who did what to what. The detail is sealed by the journal. */
export interface Happening {
  readonly act: Act
  readonly actor: Actor
  readonly subject: { readonly kind: 'facility' | 'account' | 'session'; readonly id: string }
  readonly outcome?: 'done' | 'refused' | 'failed'
  readonly detail?: { readonly [key: string]: Json | undefined }
}

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly keys: Keys
  readonly journal: {
    create(change: Change): Promise<void>
    append(change: Change, happening: Happening): Promise<unknown>
    /** Why nothing is written for the facility; undefined when it may be. */
    quarantineOf(facilityId: string): unknown
  }
  readonly clock: Clock
  readonly looking: Looking
  readonly randomBytes: RandomBytes
  /** Waits so many milliseconds, so that refused sign-ins take the same time whatever the reason. */
  pause(milliseconds: number): Promise<void>
}

export function scopeOf(facilityId: string): Scope {
  return { facilityId }
}
