import type { Journal } from '#journal'
import type { Clock } from '#shared'
import type { Blobs, Locks, Storage, Swept } from '#storage'
import { facilitiesOf } from './told.ts'

interface Below {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'quarantineOf'>
  readonly blobs: Pick<Blobs, 'sweepOrphans'>
  readonly locks: Locks | undefined
  readonly clock: Clock
}

/** A file waits so long for its row at most: an upload, an answer of the database, a machine that slept. */
const ROW_COMES_WITHIN_MS = 24 * 60 * 60_000

/** 後片付け — removes what a fall left of files. Undefined where the journal stands still: then rows may be what is missing. */
export function sweeping({ storage, journal, blobs, locks, clock }: Below): () => Promise<Swept | undefined> {
  // What the one writer of a data directory makes itself is known to it; beside a database server there are others. Later looks leave
  // time all the same, since an upload may take longer than what is known reaches back.
  let isFirst = storage.engine === 'sqlite'
  return async () => {
    const known = await facilitiesOf(storage)
    if (known.some(({ facilityId }) => journal.quarantineOf(facilityId))) return undefined
    const patience = isFirst ? 0 : ROW_COMES_WITHIN_MS
    isFirst = false
    const swept = await blobs.sweepOrphans({ changedBefore: Date.parse(clock.now()) - patience })
    await locks?.freeRemoved()
    return swept
  }
}
