import type { Instant } from '#shared'
import type { Bucket } from './s3-client.ts'
import { DAY_MS } from './s3-place.ts'
import { answerOf, isMissing, s3RefusalOf } from './s3-refusals.ts'

export interface Lock {
  readonly mode: string | undefined
  readonly until: Instant
}

/** The newest version of an object, as the bucket says it. */
export interface FoundLock {
  readonly versionId: string | undefined
  readonly until: Instant | undefined
  /** Of all it holds, as the server reckoned it when it was put; undefined where the server keeps none. */
  readonly sha256: string | undefined
}

/** What is put is locked with it, where the place locks. Nobody shortens this mode, the owner of the bucket included. */
export function lockUntil({ place }: Bucket, now: number) {
  if (!place.lock) return {}
  const until = new Date(now + place.lock.horizonDays * DAY_MS)
  return { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until } as const
}

/** The newest version and its lock; undefined when the object is not there. */
export async function lockOnTop(bucket: Bucket, key: string): Promise<FoundLock | undefined> {
  try {
    const found = await bucket.askRaw((client, sdk) =>
      client.send(new sdk.HeadObjectCommand({ Bucket: bucket.name, Key: key, ChecksumMode: 'ENABLED' })),
    )
    return {
      versionId: found.VersionId,
      until: found.ObjectLockRetainUntilDate?.toISOString(),
      sha256: ofTheWhole(found.ChecksumSHA256),
    }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw s3RefusalOf(error, bucket.place)
  }
}

/**
 * The lock of one version, asked for by itself: of a version that is not the newest, some servers say it in no other way. Undefined
 * when it has none, or the bucket knows no locks.
 */
export async function lockOf(bucket: Bucket, key: string, versionId: string | undefined): Promise<Lock | undefined> {
  try {
    const { Retention } = await bucket.askRaw((client, sdk) =>
      client.send(new sdk.GetObjectRetentionCommand({ Bucket: bucket.name, Key: key, VersionId: versionId })),
    )
    const until = Retention?.RetainUntilDate
    return until && { mode: Retention?.Mode, until: until.toISOString() }
  } catch (error) {
    const status = answerOf(error)?.status
    if (isMissing(error) || status === 400 || status === 501) return undefined
    throw s3RefusalOf(error, bucket.place)
  }
}

/** What ends in `-N` was reckoned from N parts. */
const ofTheWhole = (checksum: string | undefined): string | undefined =>
  checksum === undefined || checksum.includes('-') ? undefined : Buffer.from(checksum, 'base64').toString('hex')

/** Locks a version until a later day. A bucket refuses an earlier one. */
export async function lockFurther(bucket: Bucket, key: string, versionId: string | undefined, until: Date) {
  await bucket.ask((client, sdk) =>
    client.send(
      new sdk.PutObjectRetentionCommand({
        ...{ Bucket: bucket.name, Key: key, VersionId: versionId },
        Retention: { Mode: 'COMPLIANCE', RetainUntilDate: until },
        ChecksumAlgorithm: 'SHA256',
      }),
    ),
  )
}
