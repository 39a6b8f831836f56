import type { Bucket } from './s3-client.ts'
import { lockUntil } from './s3-lock.ts'
import { digestOfObject } from './s3-read.ts'
import { s3RefusalOf } from './s3-refusals.ts'
import { versionsOf } from './s3-remove.ts'

/**
 * 覆いの除去 — a lock keeps a version, and not its place on top: whoever may write can hide it under a mark of deletion or under other
 * content. Looks for the version that is whole, and puts it on top. False when there is none.
 */
export async function uncover(bucket: Bucket, sha256: string, now: number): Promise<boolean> {
  const key = bucket.keyOf(sha256)
  for (const { versionId, isMark } of await versionsOf(bucket, key)) {
    if (isMark || (await digestOfObject(bucket, key, versionId))?.sha256 !== sha256) continue
    await copyToTop(bucket, key, versionId, now)
    return true
  }
  return false
}

async function copyToTop(bucket: Bucket, key: string, versionId: string, now: number): Promise<void> {
  try {
    await bucket.askSlowly((client, sdk) =>
      client.send(
        new sdk.CopyObjectCommand({
          ...{ Bucket: bucket.name, Key: key, ChecksumAlgorithm: 'SHA256', MetadataDirective: 'REPLACE' },
          CopySource: `${encodeURI(`${bucket.name}/${key}`)}?versionId=${versionId}`,
          ContentType: 'application/octet-stream',
          ...lockUntil(bucket, now),
        }),
      ),
    )
  } catch (error) {
    throw s3RefusalOf(error, bucket.place)
  }
}
