import type { Bucket } from './s3-client.ts'
import { removeObject } from './s3-remove.ts'

export interface FreedLocks {
  readonly removed: number
  /** Their lock has not ended yet. */
  readonly waiting: number
}

const nameOfFile = /\/([0-9a-f]{64})$/

/**
 * Removes what was to be removed before and was locked then. `isNeeded` is asked once more of every file: a mark of deletion alone
 * may have been laid by anybody.
 */
export async function freeRemoved(bucket: Bucket, isNeeded: (sha256: string) => Promise<boolean>): Promise<FreedLocks> {
  let [removed, waiting] = [0, 0]
  for await (const key of hiddenKeys(bucket)) {
    const sha256 = nameOfFile.exec(key)?.[1]
    if (sha256 === undefined || bucket.keyOf(sha256) !== key || (await isNeeded(sha256))) continue
    const { lockedUntil } = await removeObject(bucket, key)
    if (lockedUntil === undefined) removed += 1
    else waiting += 1
  }
  return { removed, waiting }
}

/** What lies under a mark of deletion. */
async function* hiddenKeys(bucket: Bucket): AsyncGenerator<string> {
  let [keyMarker, versionMarker]: (string | undefined)[] = []
  for (;;) {
    const page = await bucket.ask((client, sdk) =>
      client.send(
        new sdk.ListObjectVersionsCommand({
          ...{ Bucket: bucket.name, Prefix: bucket.place.prefix },
          ...{ KeyMarker: keyMarker, VersionIdMarker: versionMarker },
        }),
      ),
    )
    for (const { Key, IsLatest } of page.DeleteMarkers ?? []) if (IsLatest === true && Key !== undefined) yield Key
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return
    keyMarker = page.NextKeyMarker
    versionMarker = page.NextVersionIdMarker
  }
}
