import { randomUUID } from 'node:crypto'
import { Refusal } from '#shared'
import type { Bucket } from './s3-client.ts'
import { type Lock, lockFurther, lockOf } from './s3-lock.ts'
import { answerOf, s3RefusalOf } from './s3-refusals.ts'
import { removeObject } from './s3-remove.ts'

/** Why a lock is not believed in. */
export type NoLock =
  | 's3-no-versioning' // an overwritten file would be gone
  | 's3-no-lock' // the bucket takes no lock, or forgets it
  | 's3-governance' // the lock can be lifted by whoever has the right to
  | 's3-lock-deletable' // a locked version was deleted
  | 's3-lock-shortened' // its horizon was brought nearer
  | 's3-lock-not-renewed' // a later horizon was not taken
  | 's3-lock-unprovable' // these credentials may delete nothing at all, so that a refusal proves nothing

// The probe stays that long, whatever comes of it; long enough for clocks that differ by some minutes.
const PROBE_MS = 30 * 60_000
const LONGER_MS = 40 * 60_000
const SHORTER_MS = 20 * 60_000

/**
 * 保護の実証 — believes in a lock only when this very bucket refused, to these very credentials, to delete a locked version and to
 * shorten its lock, while it let an unlocked one be deleted and a lock be prolonged. Refuses as `unsupported` with the reason
 * otherwise. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export async function proveLock(bucket: Bucket, now: number): Promise<void> {
  const key = `${bucket.place.prefix}probe/lock`
  if (!(await keepsVersions(bucket))) throw notProved(bucket, 's3-no-versioning')
  const free = await put(bucket, key, undefined)
  if (free === undefined) throw notProved(bucket, 's3-no-versioning')
  if (await isRefused(bucket, () => remove(bucket, key, free, false))) throw notProved(bucket, 's3-lock-unprovable')
  const held = await put(bucket, key, new Date(now + PROBE_MS))
  const lock = held === undefined ? undefined : await lockOf(bucket, key, held)
  if (held === undefined || lock === undefined) throw notProved(bucket, 's3-no-lock')
  if (lock.mode !== 'COMPLIANCE') throw notProved(bucket, 's3-governance')
  await proveHeld(bucket, key, held, now)
  // What nobody may delete yet is left under a mark, and goes with the next proof.
  await removeObject(bucket, key)
}

async function proveHeld(bucket: Bucket, key: string, versionId: string, now: number): Promise<void> {
  for (const bypass of [false, true])
    if (!(await isRefused(bucket, () => remove(bucket, key, versionId, bypass))))
      throw notProved(bucket, 's3-lock-deletable')
  for (const mode of ['COMPLIANCE', 'GOVERNANCE'] as const)
    if (!(await isRefused(bucket, () => shorten(bucket, key, versionId, mode, new Date(now + SHORTER_MS)))))
      throw notProved(bucket, 's3-lock-shortened')
  // Whatever was answered, what counts is what is there.
  if (!isHeldUntil(await lockOf(bucket, key, versionId), now + PROBE_MS)) throw notProved(bucket, 's3-lock-shortened')
  await lockFurther(bucket, key, versionId, new Date(now + LONGER_MS)).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'not-permitted' ? notProved(bucket, 's3-lock-not-renewed') : error
  })
  if (!isHeldUntil(await lockOf(bucket, key, versionId), now + LONGER_MS))
    throw notProved(bucket, 's3-lock-not-renewed')
}

/** Some servers count whole seconds. */
const isHeldUntil = (lock: Lock | undefined, until: number): boolean =>
  lock?.mode === 'COMPLIANCE' && Date.parse(lock.until) > until - 1_000

const notProved = ({ place: { endpoint, bucket } }: Bucket, reason: NoLock) =>
  new Refusal('unsupported', { what: 'blob-place', needs: 'object-lock', reason, endpoint, bucket })

async function keepsVersions(bucket: Bucket): Promise<boolean> {
  try {
    const { Status } = await bucket.askRaw((client, sdk) =>
      client.send(new sdk.GetBucketVersioningCommand({ Bucket: bucket.name })),
    )
    return Status === 'Enabled'
  } catch (error) {
    if (answerOf(error)?.status === 501 || answerOf(error)?.name === 'VersioningNotConfigured') return false
    throw s3RefusalOf(error, bucket.place)
  }
}

/** The version that was made; undefined when the bucket makes none, or takes no lock. */
async function put(bucket: Bucket, key: string, until: Date | undefined): Promise<string | undefined> {
  const body = Buffer.from(`a probe of Omamori, of no use to anybody ${randomUUID()}`)
  try {
    const { VersionId } = await bucket.askRaw((client, sdk) =>
      client.send(
        new sdk.PutObjectCommand({
          ...{ Bucket: bucket.name, Key: key, Body: body, ChecksumAlgorithm: 'SHA256' },
          ...(until && { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until }),
        }),
      ),
    )
    return VersionId
  } catch (error) {
    const status = answerOf(error)?.status
    if (until && status !== undefined && [400, 404, 409, 501].includes(status)) return undefined
    throw s3RefusalOf(error, bucket.place)
  }
}

async function remove(bucket: Bucket, key: string, versionId: string, bypass: boolean): Promise<void> {
  await bucket.askRaw((client, sdk) =>
    client.send(
      new sdk.DeleteObjectCommand({
        ...{ Bucket: bucket.name, Key: key, VersionId: versionId },
        ...(bypass && { BypassGovernanceRetention: true }),
      }),
    ),
  )
}

async function shorten(bucket: Bucket, key: string, versionId: string, mode: 'COMPLIANCE' | 'GOVERNANCE', until: Date) {
  await bucket.askRaw((client, sdk) =>
    client.send(
      new sdk.PutObjectRetentionCommand({
        ...{ Bucket: bucket.name, Key: key, VersionId: versionId, ChecksumAlgorithm: 'SHA256' },
        ...{ Retention: { Mode: mode, RetainUntilDate: until }, BypassGovernanceRetention: true },
      }),
    ),
  )
}

/** Declined by the bucket itself. A bucket that does not answer has refused nothing. */
async function isRefused(bucket: Bucket, ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask()
    return false
  } catch (error) {
    const status = answerOf(error)?.status
    if (status !== undefined && status >= 400 && status < 500 && status !== 429) return true
    throw s3RefusalOf(error, bucket.place)
  }
}
