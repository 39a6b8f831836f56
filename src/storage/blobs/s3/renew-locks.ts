import type { Bucket } from './s3-client.ts'
import { type FoundLock, lockFurther, lockOnTop } from './s3-lock.ts'
import { DAY_MS, type LockHorizon } from './s3-place.ts'
import { digestOfObject } from './s3-read.ts'
import { uncover } from './uncover.ts'

/** What the look at the locks of files that are needed found and did. */
export interface RenewedLocks {
  readonly looked: number
  readonly renewed: number
  /** Their lock had ended, or they never had one; they are locked now. */
  readonly lapsed: number
  /** Somebody had hidden them under a mark of deletion, or laid something else over them; they can be read again. */
  readonly uncovered: number
  /** Not in the bucket, in no version. */
  readonly missing: readonly string[]
}

/** So many are asked at once. */
const AT_ONCE = 8

/** Something else lies on top: by its checksum or, where there is none, by reading what has no lock as ours have. */
async function isAnother(bucket: Bucket, sha256: string, found: FoundLock): Promise<boolean> {
  if (found.sha256 !== undefined) return found.sha256 !== sha256
  return found.until === undefined && (await digestOfObject(bucket, bucket.keyOf(sha256)))?.sha256 !== sha256
}

/** Every file is looked at on three days of each horizon, so that two days off lose no lock. */
export const roundDays = ({ horizonDays }: LockHorizon): number => Math.max(1, Math.floor(horizonDays / 3))

/** Which of the 256 folders are looked at today, each a part of all files. */
export function foldersOn(now: number, lock: LockHorizon): readonly string[] {
  const round = roundDays(lock)
  const today = Math.floor(now / DAY_MS) % round
  const folders = Array.from({ length: 256 }, (_, index) => index).filter((index) => index % round === today)
  return folders.map((index) => index.toString(16).padStart(2, '0'))
}

/** 保護の延長 — gives every one of these files the whole horizon again. Files that nobody needs are not among them, and run out. */
export async function renewLocks(bucket: Bucket, files: AsyncIterable<string>, now: number): Promise<RenewedLocks> {
  const { lock } = bucket.place
  if (!lock) throw new Error('a place without a lock has none to renew')
  const until = new Date(now + lock.horizonDays * DAY_MS)
  let [looked, renewed, lapsed, uncovered] = [0, 0, 0, 0]
  const missing: string[] = []

  async function renew(sha256: string): Promise<void> {
    looked += 1
    const key = bucket.keyOf(sha256)
    let found = await lockOnTop(bucket, key)
    if ((!found || (await isAnother(bucket, sha256, found))) && (await uncover(bucket, sha256, now))) {
      uncovered += 1
      found = await lockOnTop(bucket, key)
    }
    if (!found) return void missing.push(sha256)
    if (found.until === undefined || Date.parse(found.until) <= now) lapsed += 1
    // A horizon that is nearly whole is left: the same day's second look costs no second writing.
    if (found.until !== undefined && Date.parse(found.until) > until.getTime() - DAY_MS / 2) return
    await lockFurther(bucket, key, found.versionId, until)
    renewed += 1
  }

  const next = files[Symbol.asyncIterator]()
  async function work(): Promise<void> {
    for (let one = await next.next(); !one.done; one = await next.next()) await renew(one.value)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { looked, renewed, lapsed, uncovered, missing }
}
