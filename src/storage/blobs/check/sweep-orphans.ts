import type { Reader, Storage } from '../../storage.ts'
import type { BlobFiles, FoundFile } from '../blob-files.ts'
import type { FacilityScope } from '../content-name.ts'
import type { BlobPlaces } from '../open-blobs.ts'
import { presentPlaces } from './check-files.ts'

interface Ground {
  readonly storage: Storage
  readonly places: BlobPlaces
}

export interface SweepOptions {
  /** Files changed after this, in milliseconds since 1970, are left: another process may still be writing their row. */
  readonly changedBefore: number
}

export interface Swept {
  readonly removed: number
  /** Files that no row names, and too many for a fall: they were left, since the rows may be what is missing. */
  readonly left: number
}

/** So many names are asked about at once. */
const PAGE = 500
/** A killed process leaves as many as it was writing. More of them speak of lost rows, and are somebody's documents. */
const MOST_ORPHANS = 1_000

/**
 * Removes what no row names: what was never finished, and files whose row was never kept or whose key is destroyed. What this process
 * is writing is left. Where others write too, `changedBefore` leaves them time.
 */
export async function sweepOrphans(ground: Ground, { changedBefore }: SweepOptions): Promise<Swept> {
  const scopes = await scopesOf(ground.storage)
  const { first, second } = await presentPlaces(ground.places)
  const orphans: FoundFile[] = []
  let [removed, left] = [0, 0]
  for (const files of second ? [first, second] : [first])
    for await (const page of pagesOf(files, changedBefore)) {
      const needed = await neededOf(ground.storage, scopes, page)
      for (const file of page) {
        if (file.sha256 === null) {
          await file.remove()
          removed += 1
        } else if (!needed.has(file.sha256)) {
          if (orphans.length < MOST_ORPHANS) orphans.push(file)
          else left += 1
        }
      }
    }
  if (left > 0) return { removed, left: left + orphans.length }
  for (const { remove } of orphans) await remove()
  return { removed: removed + orphans.length, left }
}

async function scopesOf(storage: Storage) {
  const query = (db: Reader) => db.selectFrom('facility').select('facility_id').execute()
  return (await storage.read('installation', query)).map(({ facility_id }) => ({ facilityId: facility_id }))
}

async function* pagesOf(files: BlobFiles, changedBefore: number): AsyncGenerator<readonly FoundFile[]> {
  let page: FoundFile[] = []
  for await (const file of files.list()) {
    if (file.isRecent || file.changedAt >= changedBefore) continue
    page.push(file)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

async function neededOf(
  storage: Storage,
  scopes: readonly FacilityScope[],
  page: readonly FoundFile[],
): Promise<ReadonlySet<string>> {
  const names = page.flatMap(({ sha256 }) => sha256 ?? [])
  const needed = new Set<string>()
  if (names.length === 0) return needed
  const living = (db: Reader) =>
    db.selectFrom('blob').select('sha256').where('sha256', 'in', names).where('wrapped_key', 'is not', null).execute()
  for (const scope of scopes) for (const { sha256 } of await storage.read(scope, living)) needed.add(sha256)
  return needed
}
