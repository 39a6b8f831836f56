import type { Journal } from '#journal'
import type { Blobs } from '#storage'
import type { Ground } from '../ground.ts'

/** What making a preservation package stands on. */
export interface BagGround extends Omit<Ground, 'journal'> {
  readonly journal: Pick<Journal, 'append' | 'receipts'>
  readonly blobs: Pick<Blobs, 'get'>
}
