import type { Keys } from '#keys'
import type { Blobs } from '#storage'
import type { Ground } from '../ground.ts'

/** What making a package stands on. */
export interface EmergencyGround extends Ground {
  readonly blobs: Pick<Blobs, 'get'>
  /** Seals the passphrase of the packages that are made every night. */
  readonly keys: Pick<Keys, 'seal' | 'open'>
  /** The data directory, where the setting of the nights lies. */
  readonly data: string
}
