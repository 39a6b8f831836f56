import { Refusal } from '#shared'
import type { BlobRow } from '../tables.ts'
import type { BlobFiles } from './blob-files.ts'
import { HEADER, openSegment, SEGMENT_BYTES, segmentCount, segmentOffset, TAG_BYTES } from './segments.ts'

/** A part of the content: from `start`, `end` not included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The content, or the part of it, one segment at a time; nothing is handed out that did not authenticate. A segment that one place
 * holds damaged is read from the next; where none has it whole, `corrupt` is thrown where the damage is reached.
 */
export async function* readSegments(
  places: readonly BlobFiles[],
  row: BlobRow,
  fileKey: Uint8Array,
  range: ByteRange = { start: 0, end: row.length },
): AsyncGenerator<Uint8Array> {
  const end = Math.min(range.end, row.length)
  const count = segmentCount(row.length)
  const last = Math.min(count - 1, Math.floor(Math.max(end - 1, 0) / SEGMENT_BYTES))
  for (let index = Math.floor(range.start / SEGMENT_BYTES); index <= last; index += 1) {
    const bytes = await firstWhole(places, (files) => readSegment(files, row, fileKey, index, index === count - 1))
    const from = index * SEGMENT_BYTES
    yield bytes.subarray(Math.max(0, range.start - from), Math.max(0, end - from))
  }
}

/** What the first place says of the damage is told where no place is better. */
async function firstWhole<T>(places: readonly BlobFiles[], read: (files: BlobFiles) => Promise<T>): Promise<T> {
  let damage: unknown
  for (const files of places) {
    try {
      return await read(files)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      damage ??= error
    }
  }
  throw damage
}

async function readSegment(
  files: BlobFiles,
  row: BlobRow,
  fileKey: Uint8Array,
  index: number,
  isLast: boolean,
): Promise<Uint8Array> {
  const header = await files.read(row.sha256, 0, HEADER.length)
  if (!Buffer.from(header).equals(HEADER)) throw damaged(row)
  const box = await files.read(row.sha256, segmentOffset(index), SEGMENT_BYTES + TAG_BYTES)
  try {
    return openSegment(fileKey, box, { index, isLast })
  } catch (error) {
    throw damaged(row, index, error)
  }
}

function damaged(row: BlobRow, segment?: number, cause?: unknown): Refusal {
  const facts = { what: 'blob', blobId: row.blob_id, sha256: row.sha256, segment, wayOut: 'restore-from-backup' }
  return new Refusal('corrupt', facts, { cause })
}
