import { Malformed } from '@omamori/signature'
import type { FrameForm } from './dicom-frame.ts'

const headerOctets = 64
const mostSegments = 15

/** RLE (PS3.5 Annex G): a segment for each octet of each sample, most significant first, as one frame sample after sample. */
export function unpackRunLength(fragment: Uint8Array, { width, height, samples, bits }: FrameForm): Uint8Array {
  const perSample = bits / 8
  const count = width * height
  const starts = startsIn(fragment, samples * perSample)
  const frame = new Uint8Array(count * samples * perSample)
  starts.forEach((start, segment) => {
    const [sample, octet] = [Math.floor(segment / perSample), segment % perSample]
    const end = starts[segment + 1] ?? fragment.length
    const unpacked = unpackSegment(fragment.subarray(start, end), count)
    for (let pixel = 0; pixel < count; pixel++)
      frame[(sample * count + pixel) * perSample + octet] = unpacked[pixel] ?? 0
  })
  return frame
}

function startsIn(fragment: Uint8Array, expected: number): readonly number[] {
  if (fragment.length < headerOctets) throw new Malformed('picture-cut-short', { left: fragment.length })
  const view = new DataView(fragment.buffer, fragment.byteOffset, fragment.byteLength)
  const segments = view.getUint32(0, true)
  if (segments !== expected || segments > mostSegments) throw new Malformed('picture-segments', { segments, expected })
  return Array.from({ length: segments }, (_, index) => view.getUint32(4 + index * 4, true))
}

function unpackSegment(segment: Uint8Array, length: number): Uint8Array {
  const unpacked = new Uint8Array(length)
  let to = 0
  for (let at = 0; at < segment.length && to < length; ) {
    const control = segment[at++] ?? 0
    if (control < 128) {
      const run = segment.subarray(at, at + Math.min(control + 1, length - to))
      unpacked.set(run, to)
      to += run.length
      at += control + 1
    } else if (control > 128) {
      const run = Math.min(257 - control, length - to)
      unpacked.fill(segment[at++] ?? 0, to, to + run)
      to += run
    }
  }
  if (to < length) throw new Malformed('picture-cut-short', { length, left: to })
  return unpacked
}
