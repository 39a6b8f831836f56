import { randomBytes } from 'node:crypto'
import { Refusal } from '#shared'
import { type BlobFiles, openBlobFiles } from '../blob-files.ts'
import { bucketOf, credentialsOf, describedBucket, keepBucket } from './bucket-setting.ts'
import { folderOf } from './first-place.ts'
import { proveLock } from './prove-lock.ts'
import { openBucket } from './s3-client.ts'
import { openS3Files } from './s3-files.ts'
import type { S3Place } from './s3-place.ts'

export interface NamedBucket extends Pick<S3Place, 'endpoint' | 'bucket' | 'prefix' | 'lock'> {
  /** Files of the folder that lie in the bucket too now. */
  readonly copied: number
}

const PIECE_BYTES = 1024 * 1024

/**
 * 保管場所を決める — asks the bucket to keep, show and remove a file, has its lock proved where one is wanted, copies there what lies
 * in the folder so far, and only then lets it be the place of files from the next start on. The folder stays as it is. Refuses as
 * `already-exists` where another bucket was named: its files would be missed.
 */
export async function nameBucket(data: string, file: string, now: number): Promise<NamedBucket> {
  const setting = describedBucket(file)
  const { endpoint, bucket: name, prefix, lock } = setting
  const known = bucketOf(data)
  if (known && (known.endpoint !== endpoint || known.bucket !== name || known.prefix !== prefix))
    throw new Refusal('already-exists', { reason: 's3-another-bucket', endpoint: known.endpoint, bucket: known.bucket })
  const bucket = openBucket(setting, credentialsOf(setting))
  try {
    // Without a lock, so that it can be removed again.
    const unlocked = { ...bucket, place: { ...bucket.place, lock: null } }
    await tryOut(openS3Files(unlocked))
    if (lock) await proveLock(bucket, now)
    const copied = known ? 0 : await copyAll(openBlobFiles(folderOf(data)), openS3Files(bucket))
    keepBucket(data, setting)
    return { endpoint, bucket: name, prefix, lock, copied }
  } finally {
    await bucket.close()
  }
}

async function tryOut(files: BlobFiles): Promise<void> {
  const bytes = randomBytes(64)
  const { sha256 } = await files.keep(pieces([bytes]))
  const read = await files.read(sha256, 0, bytes.length)
  if (!bytes.equals(read)) throw new Refusal('unsupported', { needs: 's3', reason: 's3-changed-on-the-way' })
  await files.remove(sha256)
}

async function* pieces(all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all
}

/** Each is whole when it is kept under its own name; one that is damaged in the folder stays there alone, for the check to name. */
async function copyAll(from: BlobFiles, to: BlobFiles): Promise<number> {
  let copied = 0
  for await (const { sha256 } of from.list()) {
    if (sha256 === null) continue
    const kept = await to.keep(piecesOf(from, sha256))
    if (kept.sha256 === sha256) copied += 1
    else await to.remove(kept.sha256)
  }
  return copied
}

async function* piecesOf(files: BlobFiles, sha256: string): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; offset += PIECE_BYTES) {
    const piece = await files.read(sha256, offset, PIECE_BYTES)
    if (piece.length > 0) yield piece
    if (piece.length < PIECE_BYTES) return
  }
}
