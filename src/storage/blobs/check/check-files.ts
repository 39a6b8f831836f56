import { type Clock, type Instant, Refusal } from '#shared'
import type { Storage } from '../../storage.ts'
import type { BlobCheckRow } from '../../tables.ts'
import type { BlobFiles } from '../blob-files.ts'
import type { FacilityScope } from '../content-name.ts'
import type { BlobPlaces } from '../open-blobs.ts'
import { careOf, type FileState, stateOf } from './care.ts'
import { blobsOf, type DueFile, filesAfter, keepChecks, longestUnseen } from './store.ts'

/** A file that was not whole somewhere. */
export interface Trouble {
  readonly sha256: string
  /** The rows that name it. */
  readonly blobIds: readonly string[]
  readonly first: FileState
  /** Undefined where there is no second place. */
  readonly second: FileState | undefined
  /** Whether it is whole in every place now. */
  readonly repaired: boolean
}

export interface CheckedFiles {
  readonly looked: number
  /** New files that the second place had not got yet. */
  readonly copied: number
  readonly troubles: readonly Trouble[]
  /** Nothing that was due is left. */
  readonly done: boolean
}

export interface CheckOptions {
  /** All of them, what nobody has looked at yet, or so many of the longest unseen. */
  readonly which: 'all' | 'unseen' | { readonly longestUnseen: number }
  readonly isStopped?: () => boolean
  readonly onLooked?: (looked: number) => void
}

interface Ground {
  readonly storage: Storage
  readonly places: BlobPlaces
  readonly clock: Clock
}

/** Looked at together and written down together: so much is looked at again after a fall. */
const PAGE = 256
/** Enough for two hashing threads, which each wait for the disk. */
const AT_ONCE = 8
const COPY_BYTES = 1024 * 1024

/**
 * 保全の確認 — reads files whole, holds them against their names, and puts right what is not whole in one place and whole in the
 * other; what the second place has not got yet is copied there. What was looked at is written down page by page.
 */
export async function checkFiles(ground: Ground, scope: FacilityScope, options: CheckOptions): Promise<CheckedFiles> {
  const { which, isStopped = () => false, onLooked } = options
  const troubles: Trouble[] = []
  let [looked, copied] = [0, 0]
  for await (const due of pagesOf(ground.storage, scope, which)) {
    if (isStopped()) return { looked, copied, troubles, done: false }
    // A disk that is not plugged in now has nothing missing: it is not there.
    const place = await presentPlaces(ground.places)
    const found = await inParallel(due, (file) => lookAfter(place, file))
    await ground.storage.write(scope, (change) =>
      keepChecks(
        change,
        found.map((one) => rowOf(scope, one, ground.clock.now())),
      ),
    )
    const bad = found.filter(isTrouble)
    if (bad.length > 0) {
      const files = bad.map(({ sha256 }) => sha256)
      const rows = await ground.storage.read(scope, (db) => blobsOf(db, files))
      const idsOf = (file: string) => rows.filter(({ sha256 }) => sha256 === file).map(({ blob_id }) => blob_id)
      // A document that was destroyed while we looked has no row any more, and its file is rightly gone.
      for (const one of bad) if (idsOf(one.sha256).length > 0) troubles.push({ ...one, blobIds: idsOf(one.sha256) })
    }
    copied += found.filter(({ isNewCopy }) => isNewCopy).length
    looked += due.length
    onLooked?.(looked)
  }
  return { looked, copied, troubles, done: true }
}

/** By names, and not by the time of the look: a clock that is set back lets nothing be looked at for ever, or never. */
async function* pagesOf(
  storage: Storage,
  scope: FacilityScope,
  which: CheckOptions['which'],
): AsyncGenerator<readonly DueFile[]> {
  if (typeof which === 'object') {
    const files = await storage.read(scope, (db) => longestUnseen(db, which.longestUnseen))
    for (let from = 0; from < files.length; from += PAGE) yield files.slice(from, from + PAGE)
    return
  }
  for (let after = ''; ; ) {
    const query = { after, limit: PAGE, unseen: which === 'unseen' }
    const files = await storage.read(scope, (db) => filesAfter(db, query))
    if (files.length > 0) yield files
    if (files.length < PAGE) return
    after = files.at(-1)?.sha256 ?? after
  }
}

interface Looked {
  readonly sha256: string
  readonly first: FileState
  readonly second: FileState | undefined
  readonly repaired: boolean
  readonly isNewCopy: boolean
}

const isTrouble = ({ first, second, isNewCopy }: Looked): boolean =>
  first !== 'whole' || (second !== undefined && second !== 'whole' && !isNewCopy)

async function lookAfter({ first, second }: BlobPlaces, { sha256, wasCopied }: DueFile): Promise<Looked> {
  const [one, other] = await Promise.all([first.digest(sha256), second?.digest(sha256)])
  const states = { first: stateOf(sha256, one), second: second && stateOf(sha256, other) }
  const care = careOf(states.first, states.second)
  if (care === 'nothing' || care === 'lost') return { sha256, ...states, repaired: false, isNewCopy: false }
  if (!second) throw new Error('a second place was asked to mend and is not there')
  const [from, to] = care === 'second-from-first' ? [first, second] : [second, first]
  const repaired = await copyTo(from, to, sha256)
  const isNewCopy = repaired && care === 'second-from-first' && states.second === 'missing' && !wasCopied
  return { sha256, ...states, repaired, isNewCopy }
}

export async function presentPlaces({ first, second }: BlobPlaces): Promise<BlobPlaces> {
  return second && (await second.isThere()) ? { first, second } : { first }
}

/** Whether the copy, read back, is what its name says. A place that takes nothing (full, gone) is told as not repaired. */
async function copyTo(from: BlobFiles, to: BlobFiles, sha256: string): Promise<boolean> {
  try {
    const kept = await to.keep(piecesOf(from, sha256))
    if (kept.sha256 !== sha256) await to.remove(kept.sha256)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
  return stateOf(sha256, await to.digest(sha256)) === 'whole'
}

async function* piecesOf(files: BlobFiles, sha256: string): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; offset += COPY_BYTES) {
    const piece = await files.read(sha256, offset, COPY_BYTES)
    if (piece.length > 0) yield piece
    if (piece.length < COPY_BYTES) return
  }
}

function rowOf({ facilityId }: FacilityScope, looked: Looked, at: Instant): BlobCheckRow {
  const { sha256, first, second, repaired } = looked
  const now = (state: FileState) => (state !== 'whole' && repaired ? 'repaired' : state)
  return {
    ...{ facility_id: facilityId, sha256, checked_at: at, first_state: now(first) },
    ...(second === undefined ? { second_state: null, second_at: null } : { second_state: now(second), second_at: at }),
  }
}

async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  async function work(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) results[index] = await run(items[index] as T)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work))
  return results
}
