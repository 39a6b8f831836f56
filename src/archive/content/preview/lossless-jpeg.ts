import { Malformed } from '@omamori/signature'
import { Decoder } from 'jpeg-lossless-decoder-js/release/lossless.js'
import type { FrameForm } from './dicom-frame.ts'
import { endsInside } from './ends-inside.ts'
import type { Unpacked } from './jpeg-2000.ts'

const lossless = 0xc3

/**
 * Lossless JPEG, process 14 (PS3.5 A.4.2), in grey. What the picture says of its size is held against the header of the file before anything
 * is unpacked.
 */
export function unpackLosslessJpeg(jpeg: Uint8Array, form: FrameForm): Unpacked {
  const { width, height, samples, bits, signed } = form
  if (samples !== 1) throw new Malformed('picture-colours', { photometric: form.photometric, samples, bits })
  const frame = frameOf(jpeg)
  if (frame.width !== width || frame.height !== height || frame.samples !== 1 || frame.precision > bits)
    throw new Malformed('picture-size-differs', { width, height, across: frame.width, down: frame.height })
  if (!endsInside(jpeg)) throw new Malformed('picture-cut-short', { left: jpeg.length })
  const values = unpacked(jpeg, bits / 8)
  if (values.length !== width * height) throw new Malformed('picture-damaged')
  return { octets: new Uint8Array(values.buffer, values.byteOffset, values.byteLength), bits, signed }
}

function unpacked(jpeg: Uint8Array, octets: number): Uint8Array | Uint16Array {
  const own = Uint8Array.from(jpeg)
  try {
    const values = new Decoder().decode(own.buffer, 0, own.length, octets)
    if (values instanceof Uint8Array || values instanceof Uint16Array) return values
  } catch {
    // Its errors are sentences about markers and tables.
  }
  throw new Malformed('picture-damaged')
}

/** ITU-T T.81 B.2.2: what the frame says of itself, from the first marker of a frame on. */
function frameOf(jpeg: Uint8Array) {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== 0xffd8) throw new Malformed('picture-damaged')
  for (let at = 2; at + 11 <= jpeg.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame && marker !== lossless) throw new Malformed('picture-damaged')
    if (isFrame)
      return {
        ...{ precision: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7) },
        samples: view.getUint8(at + 9),
      }
  }
  throw new Malformed('picture-damaged')
}
