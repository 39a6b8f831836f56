import { createHash, randomBytes } from 'node:crypto'
import { openBucket } from '../../../src/storage/blobs/s3/s3-client.ts'
import { openS3Files } from '../../../src/storage/blobs/s3/s3-files.ts'

export interface Long {
  readonly gib: number
  readonly keptSeconds: number
  readonly readSeconds: number
  /** How much the process grew over what it held with the client loaded, at its most. */
  readonly grewMib: number
  readonly isWhole: boolean
}

interface Where {
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly bucket: string
  readonly gib: number
}

const MIB = 1024 * 1024

/** Sends a long file in pieces as they come from an upload, and reads it back to hash it, watching the memory. */
export async function measureLong({ endpoint, credentials, bucket: name, gib }: Where): Promise<Long> {
  const place = { endpoint, region: 'us-east-1', bucket: name, prefix: 'long/', addressing: 'path' } as const
  const bucket = openBucket({ ...place, lock: { horizonDays: 30 } }, credentials)
  const files = openS3Files(bucket)
  const some = randomBytes(MIB)
  let own = createHash('sha256')
  async function* pieces(mib: number) {
    for (let index = 0; index < mib; index += 1) {
      // No two pieces alike, so that one that is lost or sent twice shows.
      some.writeUInt32BE(index)
      own.update(some)
      yield some
    }
  }
  // What loading the client takes is not the file's.
  await files.keep(pieces(1))
  own = createHash('sha256')
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const begun = performance.now()
  const { sha256 } = await files.keep(pieces(gib * 1024))
  const kept = performance.now()
  const digest = await files.digest(sha256)
  const read = performance.now()
  clearInterval(watch)
  await bucket.close()
  return {
    ...{ gib, keptSeconds: (kept - begun) / 1000, readSeconds: (read - kept) / 1000, grewMib: (most - before) / MIB },
    isWhole: sha256 === own.digest('hex') && typeof digest === 'object' && digest.sha256 === sha256,
  }
}
