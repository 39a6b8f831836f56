import type { Journal, KeptCheckpoint } from '#journal'
import type { Blobs } from '#storage'
import type { Ground } from '../ground.ts'

/** What making a preservation package stands on. */
export interface BagGround extends Omit<Ground, 'journal'> {
  readonly journal: Pick<Journal, 'append' | 'receipts'>
  readonly blobs: Pick<Blobs, 'get'>
  /** The checkpoints that witnesses cosigned; this room knows no witnesses. */
  readonly cosigned: (scope: { readonly facilityId: string }) => Promise<readonly KeptCheckpoint[]>
}
