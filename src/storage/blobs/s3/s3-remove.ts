import type { Instant } from '#shared'
import type { Bucket } from './s3-client.ts'
import { lockOf } from './s3-lock.ts'
import { isMissing, s3RefusalOf } from './s3-refusals.ts'

/** A version of an object, or a mark that says it was deleted. */
export interface Version {
  readonly versionId: string
  readonly isMark: boolean
}

/** What became of an object that was to go. */
export interface Removal {
  /** Its lock keeps it until then, whoever asks; undefined when nothing of it is left. */
  readonly lockedUntil: Instant | undefined
}

/** Newest first. */
export async function versionsOf(bucket: Bucket, key: string): Promise<readonly Version[]> {
  const found: Version[] = []
  let [keyMarker, versionMarker]: (string | undefined)[] = []
  for (;;) {
    const page = await bucket.ask((client, sdk) =>
      client.send(
        new sdk.ListObjectVersionsCommand({
          ...{ Bucket: bucket.name, Prefix: key, KeyMarker: keyMarker, VersionIdMarker: versionMarker },
        }),
      ),
    )
    const all = [
      ...(page.Versions ?? []).map((one) => ({ ...one, isMark: false })),
      ...(page.DeleteMarkers ?? []).map((one) => ({ ...one, isMark: true })),
    ].filter(({ Key }) => Key === key)
    // The answer lists versions and marks apart; the newest of all stands first.
    for (const { VersionId, isMark, IsLatest } of all) {
      const version = { versionId: VersionId ?? 'null', isMark }
      if (IsLatest === true) found.unshift(version)
      else found.push(version)
    }
    if (page.IsTruncated !== true || all.length === 0) return found
    keyMarker = page.NextKeyMarker
    versionMarker = page.NextVersionIdMarker
  }
}

/**
 * Removes every version of an object. What is locked stays until its horizon has passed, under a mark that hides it from those who
 * list what is there; the caller has destroyed its key, so nobody can read it meanwhile.
 */
export async function removeObject(bucket: Bucket, key: string): Promise<Removal> {
  const locks: Instant[] = []
  const versions = await versionsOf(bucket, key)
  // Marks go last: while a version is there, what hides it stays.
  for (const { versionId, isMark } of versions)
    if (!isMark) {
      const until = await removeVersion(bucket, key, versionId)
      if (until !== undefined) locks.push(until)
    }
  const lockedUntil = locks.toSorted().at(-1)
  if (lockedUntil === undefined) {
    for (const { versionId, isMark } of versions) if (isMark) await removeVersion(bucket, key, versionId)
  } else if (versions[0]?.isMark !== true) {
    await bucket.ask((client, sdk) => client.send(new sdk.DeleteObjectCommand({ Bucket: bucket.name, Key: key })))
  }
  return { lockedUntil }
}

/** Until when it stays, when it is locked. */
async function removeVersion(bucket: Bucket, key: string, versionId: string): Promise<Instant | undefined> {
  const version = { Bucket: bucket.name, Key: key, VersionId: versionId === 'null' ? undefined : versionId }
  try {
    await bucket.askRaw((client, sdk) => client.send(new sdk.DeleteObjectCommand(version)))
    return undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    // Servers refuse a locked version in words of their own; so the lock itself is asked.
    const until = (await lockOf(bucket, key, version.VersionId))?.until
    if (until !== undefined && Date.parse(until) > Date.now()) return until
    throw s3RefusalOf(error, bucket.place)
  }
}
