import { Refusal } from '#shared'
import { SEGMENT_BYTES, type SegmentPlace } from './segments.ts'

export interface Segment extends SegmentPlace {
  readonly bytes: Uint8Array
}

/** Cuts content, in whatever pieces it arrives, into segments. Refuses it once it is longer than `maxBytes`. */
export async function* cutIntoSegments(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Segment> {
  let waiting: Uint8Array[] = []
  let held = 0
  let total = 0
  let index = 0
  for await (const piece of content) {
    total += piece.length
    if (total > maxBytes) throw new Refusal('too-large', { limit: 'bytes', max: maxBytes })
    waiting.push(piece)
    held += piece.length
    // A full segment is held back until more has come, since only then is it known not to be the last.
    while (held > SEGMENT_BYTES) {
      const bytes = Buffer.concat(waiting)
      yield { index, isLast: false, bytes: bytes.subarray(0, SEGMENT_BYTES) }
      waiting = [bytes.subarray(SEGMENT_BYTES)]
      held -= SEGMENT_BYTES
      index += 1
    }
  }
  yield { index, isLast: true, bytes: Buffer.concat(waiting) }
}
