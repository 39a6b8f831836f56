import type { Ground as RoomGround } from '../ground.ts'
import type { Documents } from './documents.ts'

export { type FacilityFacts, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'

/** What keeping and destroying stand on. */
export interface Ground extends RoomGround {
  readonly documents: Documents
}
