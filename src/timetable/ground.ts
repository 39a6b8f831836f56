import type { Journal } from '#journal'
import type { Clock } from '#shared'
import type { Storage } from '#storage'

export interface FacilityScope {
  readonly facilityId: string
}

/** What the use cases of this room stand on. */
export interface Ground {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'append'>
  readonly clock: Clock
  readonly newId: () => string
  readonly facilities: () => Promise<readonly (FacilityScope & { readonly createdAt: string })[]>
  /** Prolongs again and again, until what comes back is called. */
  readonly whileRunning: (prolong: () => Promise<void>) => () => void
}
