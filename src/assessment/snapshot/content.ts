import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Facility } from '#registry'
import { canonicalJson, type Day, type Instant, type Json, Refusal } from '#shared'
import type { ArchiveFacts, Assessment } from '../contract.ts'

/**
 * 点検の記録の中身 — an assessment as it was, with the description of the facility it was judged from. Codes and facts
 * only: what they mean is said when they are read, in either language.
 */
export interface SnapshotContent {
  readonly format: 'omamori-snapshot@1'
  readonly edition: string
  readonly on: Day
  readonly at: Instant
  readonly facility: Facility
  /** What the archive knew of itself then; absent in those taken before it was asked. */
  readonly archive?: ArchiveFacts
  readonly assessment: Assessment
}

/** A small clinic fits uncompressed and can be read with any viewer; a hospital is ten times smaller compressed. */
const COMPRESSED_FROM = 64 * 1024
/** A hospital of 2,000 beds takes a tenth of it; what unpacks to more was not written by us. */
export const SNAPSHOT_BYTES_MAX = 64 * 1024 * 1024

export interface ClosedContent {
  readonly bytes: Uint8Array
  readonly mediaType: 'application/json' | 'application/gzip'
  readonly digest: string
}

/** The content as it is stored: one text for one content, compressed when it is large. */
export function closeContent(snapshotId: string, content: SnapshotContent): ClosedContent {
  const text = Buffer.from(canonicalJson(content as unknown as Json))
  const digest = digestOf(snapshotId, text)
  if (text.length < COMPRESSED_FROM) return { bytes: text, mediaType: 'application/json', digest }
  return { bytes: gzipSync(text), mediaType: 'application/gzip', digest }
}

/** The content again. Refuses what is not, to the byte, what the digest was made of. */
export function openContent(
  snapshotId: string,
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  digest: string,
): SnapshotContent {
  const text = mediaType === 'application/gzip' ? unpack(snapshotId, bytes) : Buffer.from(bytes)
  if (digestOf(snapshotId, text) !== digest) throw new Refusal('corrupt', { what: 'snapshot', snapshotId })
  return JSON.parse(text.toString()) as SnapshotContent
}

function unpack(snapshotId: string, bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: SNAPSHOT_BYTES_MAX })
  } catch (error) {
    throw new Refusal('corrupt', { what: 'snapshot', snapshotId }, { cause: error })
  }
}

/** SHA-256 over the id, a line feed and the text. The id is random: the digest tells a stranger nothing. */
function digestOf(snapshotId: string, text: Uint8Array): string {
  return createHash('sha256').update(`${snapshotId}\n`).update(text).digest('hex')
}
