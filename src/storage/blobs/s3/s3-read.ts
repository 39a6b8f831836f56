import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Refusal } from '#shared'
import type { Digest } from '../blob-files.ts'
import type { Bucket } from './s3-client.ts'
import { isMissing, s3RefusalOf } from './s3-refusals.ts'

export interface ObjectPart {
  readonly key: string
  readonly versionId?: string
  readonly offset: number
  /** Undefined: to the end. */
  readonly length?: number
}

/** A body that is cut off is asked for again from where it broke, so often without anything new arriving. */
const TRIES = 3

/** The bytes of an object; a connection that breaks in the middle is taken up again. Undefined when the object is not there. */
export async function readObject(bucket: Bucket, part: ObjectPart): Promise<AsyncGenerator<Uint8Array> | undefined> {
  const first = await begin(bucket, part)
  return first && follow(bucket, part, first)
}

interface Begun {
  readonly body: Readable
  readonly etag: string | undefined
  /** How many bytes there are from the offset on, as asked. */
  readonly expected: number
}

async function begin(bucket: Bucket, part: ObjectPart, etag?: string): Promise<Begun | undefined> {
  const { key, versionId, offset, length } = part
  const range = `bytes=${offset}-${length === undefined ? '' : offset + length - 1}`
  try {
    const answer = await bucket.askRaw((client, sdk) =>
      client.send(
        new sdk.GetObjectCommand({
          ...{ Bucket: bucket.name, Key: key, VersionId: versionId, IfMatch: etag },
          ...((offset > 0 || length !== undefined) && { Range: range }),
        }),
      ),
    )
    const total = Number(answer.ContentRange?.split('/')[1] ?? answer.ContentLength)
    const rest = Math.max(0, total - offset)
    // On Node the body is a stream of Node; the type says what it is in browsers too.
    const expected = length === undefined ? rest : Math.min(rest, length)
    return { body: answer.Body as Readable, etag: answer.ETag, expected }
  } catch (error) {
    if (isMissing(error)) return undefined
    if (isBeyondTheEnd(error)) return { body: Readable.from([]), etag, expected: 0 }
    throw s3RefusalOf(error, bucket.place)
  }
}

const isBeyondTheEnd = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidRange'

async function* follow(bucket: Bucket, part: ObjectPart, first: Begun): AsyncGenerator<Uint8Array> {
  let [received, triesLeft] = [0, TRIES]
  let current: Begun | undefined = first
  for (;;) {
    let trouble: unknown
    try {
      for await (const piece of current.body as AsyncIterable<Uint8Array>) {
        const wanted = piece.subarray(0, first.expected - received)
        received += wanted.length
        triesLeft = TRIES
        yield wanted
      }
    } catch (error) {
      trouble = error
    }
    if (received === first.expected) return
    triesLeft -= 1
    if (triesLeft < 0) throw cutOff(bucket, trouble)
    const offset = part.offset + received
    const length = part.length === undefined ? undefined : part.length - received
    current = await begin(bucket, { ...part, offset, ...(length !== undefined && { length }) }, first.etag)
    if (!current) throw cutOff(bucket, trouble)
  }
}

function cutOff({ place: { endpoint, bucket } }: Bucket, cause: unknown): Refusal {
  return new Refusal('unreachable', { what: 'blob-place', endpoint, bucket, reason: 's3-no-answer' }, { cause })
}

/** Reads all of an object and hashes it. */
export async function digestOfObject(bucket: Bucket, key: string, versionId?: string): Promise<Digest | undefined> {
  const pieces = await readObject(bucket, { key, offset: 0, ...(versionId !== undefined && { versionId }) })
  if (!pieces) return undefined
  const hash = createHash('sha256')
  let length = 0
  for await (const piece of pieces) {
    hash.update(piece)
    length += piece.length
  }
  return { sha256: hash.digest('hex'), length }
}
