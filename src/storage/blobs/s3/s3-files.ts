import { randomUUID } from 'node:crypto'
import { Refusal } from '#shared'
import type { BlobFiles } from '../blob-files.ts'
import { recentNames } from '../recent-names.ts'
import type { Bucket } from './s3-client.ts'
import { keepObject } from './s3-keep.ts'
import { listObjects, unfinishedFolder } from './s3-list.ts'
import { digestOfObject, readObject } from './s3-read.ts'
import { s3RefusalOf } from './s3-refusals.ts'
import { removeObject } from './s3-remove.ts'

/** 保管庫(S3) — files as objects of a bucket, under the names they would have in a folder. */
export function openS3Files(bucket: Bucket): BlobFiles {
  const recent = recentNames()
  return {
    async keep(pieces) {
      const unfinishedKey = `${bucket.place.prefix}${unfinishedFolder}${randomUUID()}`
      recent.add(unfinishedKey)
      const keeping = { bucket, unfinishedKey, now: Date.now(), onNamed: recent.add }
      try {
        return { sha256: await keepObject(keeping, pieces) }
      } catch (error) {
        throw s3RefusalOf(error, bucket.place)
      }
    },
    async read(sha256, offset, length) {
      // Of nothing at all one byte is asked for: whether the object is there is known only then.
      const part = { key: bucket.keyOf(sha256), offset, length: Math.max(length, 1) }
      const pieces = await readObject(bucket, part)
      if (!pieces) throw new Refusal('corrupt', { what: 'blob', sha256, wayOut: 'restore-from-backup' })
      const read: Uint8Array[] = []
      for await (const piece of pieces) read.push(piece)
      return Buffer.concat(read).subarray(0, length)
    },
    async remove(sha256) {
      await removeObject(bucket, bucket.keyOf(sha256))
    },
    digest: (sha256) => digestOfObject(bucket, bucket.keyOf(sha256)),
    list: () => listObjects(bucket, recent.has),
  }
}
