import { createHash, type Hash } from 'node:crypto'
import { Refusal } from '#shared'
import type { Bucket } from './s3-client.ts'
import { lockUntil } from './s3-lock.ts'
import { gatherParts, PART_BYTES, type Part } from './s3-parts.ts'
import { digestOfObject } from './s3-read.ts'
import { answerOf } from './s3-refusals.ts'
import { removeObject } from './s3-remove.ts'

/** A copy within the bucket, which gives a long file its name, takes no more in one request. */
const BYTES_MAX = 5 * 1024 * 1024 * 1024

export interface Keeping {
  readonly bucket: Bucket
  /** Where what is not finished lies, and is found by whoever tidies up. */
  readonly unfinishedKey: string
  readonly now: number
  /** Called before anything lies under the name. */
  readonly onNamed: (sha256: string) => void
}

/**
 * Sends what comes in, holding two parts of it at most, and gives the SHA-256 by which it is kept. What fits into one request is
 * sent under its name at once; what is longer gets its name at its end, by a copy within the bucket, since only then is it known.
 */
export async function keepObject(keeping: Keeping, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  const parts = gatherParts(pieces)
  const first = await parts.next()
  if (first.done) throw new Error('a file has at least one part, be it empty')
  hash.update(first.value.bytes)
  if (!first.value.isLast) return keepInParts(keeping, first.value, parts, hash)
  const sha256 = hash.digest('hex')
  keeping.onNamed(sha256)
  await putWhole(keeping, sha256, first.value.bytes)
  return sha256
}

/** Under its name, unless the same is there already and whole: a second version of a locked object would take its place for weeks. */
async function putWhole(keeping: Keeping, sha256: string, bytes: Uint8Array): Promise<void> {
  const { bucket } = keeping
  const put = (more: { readonly IfNoneMatch?: string }) =>
    bucket.askRaw((client, sdk) =>
      client.send(
        new sdk.PutObjectCommand({
          ...{ Bucket: bucket.name, Key: bucket.keyOf(sha256), Body: bytes, ContentLength: bytes.length },
          // The server holds what arrived against this, and keeps it; a lock cannot be put without one.
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          ContentType: 'application/octet-stream',
          ...lockUntil(bucket, keeping.now),
          ...more,
        }),
      ),
    )
  try {
    await put({ IfNoneMatch: '*' })
  } catch (error) {
    const answer = answerOf(error)
    // 409: another is writing the same name at this moment. 501: a server that knows no conditions.
    const isThere = answer?.status === 412 || answer?.status === 409
    if (!isThere && answer?.status !== 501) throw error
    if (isThere && (await digestOfObject(bucket, bucket.keyOf(sha256)))?.sha256 === sha256) return
    await put({})
  }
}

interface Upload {
  readonly Bucket: string
  readonly Key: string
  readonly UploadId: string
}

async function keepInParts(keeping: Keeping, first: Part, rest: AsyncIterable<Part>, hash: Hash): Promise<string> {
  const { bucket, unfinishedKey } = keeping
  const upload = await begin(bucket, unfinishedKey)
  try {
    await sendParts(bucket, upload, first, rest, hash)
  } catch (error) {
    // What went wrong first is what is said; an upload that cannot be aborted now is by whoever tidies up.
    await bucket.ask((client, sdk) => client.send(new sdk.AbortMultipartUploadCommand(upload))).catch(() => {})
    throw error
  }
  const sha256 = hash.digest('hex')
  keeping.onNamed(sha256)
  try {
    await giveName(keeping, sha256)
  } finally {
    await removeObject(bucket, unfinishedKey).catch(() => {})
  }
  return sha256
}

async function begin(bucket: Bucket, key: string): Promise<Upload> {
  const { UploadId } = await bucket.askRaw((client, sdk) =>
    client.send(
      new sdk.CreateMultipartUploadCommand({
        ...{ Bucket: bucket.name, Key: key, ContentType: 'application/octet-stream' },
      }),
    ),
  )
  if (UploadId === undefined) throw new Refusal('unreachable', { what: 'blob-place', reason: 's3-no-answer' })
  return { Bucket: bucket.name, Key: key, UploadId }
}

/** One part is on its way while the next is gathered. */
async function sendParts(
  bucket: Bucket,
  upload: Upload,
  first: Part,
  rest: AsyncIterable<Part>,
  hash: Hash,
): Promise<void> {
  const sent: { ETag: string | undefined; PartNumber: number }[] = []
  const send = async (bytes: Uint8Array, PartNumber: number) => {
    const { ETag } = await bucket.askRaw((client, sdk) =>
      client.send(new sdk.UploadPartCommand({ ...upload, PartNumber, Body: bytes, ContentLength: bytes.length })),
    )
    sent.push({ ETag, PartNumber })
  }
  let [onItsWay, length] = [send(first.bytes, 1), first.bytes.length]
  // Its failure is met where it is waited for; until then nobody else hears of it.
  onItsWay.catch(() => {})
  try {
    for await (const { bytes } of rest) {
      hash.update(bytes)
      length += bytes.length
      if (length > BYTES_MAX) throw new Refusal('too-large', { limit: 'bytes', max: BYTES_MAX })
      await onItsWay
      onItsWay = send(bytes, Math.ceil(length / PART_BYTES))
      onItsWay.catch(() => {})
    }
  } finally {
    // A part that arrives after the upload was aborted would lie there unseen.
    await onItsWay
  }
  await bucket.askSlowly((client, sdk) =>
    client.send(new sdk.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: sent } })),
  )
}

/** The copy is what the documents will name; the lock lies on it alone. */
async function giveName({ bucket, unfinishedKey, now }: Keeping, sha256: string): Promise<void> {
  const { CopyObjectResult } = await bucket.askSlowly((client, sdk) =>
    client.send(
      new sdk.CopyObjectCommand({
        ...{ Bucket: bucket.name, Key: bucket.keyOf(sha256) },
        CopySource: encodeURI(`${bucket.name}/${unfinishedKey}`),
        ChecksumAlgorithm: 'SHA256',
        ...lockUntil(bucket, now),
      }),
    ),
  )
  const checksum = CopyObjectResult?.ChecksumSHA256
  if (checksum === undefined || checksum.includes('-')) return
  if (Buffer.from(checksum, 'base64').toString('hex') === sha256) return
  throw new Refusal('unreachable', { what: 'blob-place', reason: 's3-changed-on-the-way' })
}
