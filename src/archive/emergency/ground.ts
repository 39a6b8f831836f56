import type { Blobs } from '#storage'
import type { Ground } from '../ground.ts'

/** What making a package stands on. */
export interface EmergencyGround extends Ground {
  readonly blobs: Pick<Blobs, 'get'>
}
