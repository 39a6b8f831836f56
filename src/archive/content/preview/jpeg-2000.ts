import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import factory from '@cornerstonejs/codec-openjpeg/decodewasmjs'
import { Malformed } from '@omamori/signature'
import type { FrameForm } from './dicom-frame.ts'
import { endsInside } from './ends-inside.ts'

/** The values of a frame as they were before it was packed, little endian; sample beside sample. */
export interface Unpacked {
  readonly octets: Uint8Array
  readonly bits: number
  readonly signed: boolean
}

const START = 0xff4f
const SIZE = 0xff51
/** A mammogram has some thirty million. OpenJPEG holds four octets for each, and once more what it makes of them. */
const mostSamples = 60_000_000
/** 256 tiles a side: more would be a picture of tiles, and costs memory for each. */
const mostTiles = 65_536

/**
 * JPEG 2000 (PS3.5 A.4.4), by OpenJPEG. What the codestream says of its size is held against the header of the file before anything is
 * unpacked; one that was cut off is refused, since a picture with a part missing could pass for a whole one.
 */
export async function unpackJpeg2000(codestream: Uint8Array, form: FrameForm): Promise<Unpacked> {
  refuseOtherSize(codestream, form)
  const complaints: string[] = []
  // What it prints would go to where our answer goes.
  const codec = await factory({
    wasmBinary: readFileSync(fileURLToPath(import.meta.resolve('@cornerstonejs/codec-openjpeg/decodewasm'))),
    print: (line) => void complaints.push(line),
    printErr: (line) => void complaints.push(line),
  })
  const decoder = new codec.J2KDecoder()
  try {
    decoder.getEncodedBuffer(codestream.length).set(codestream)
    decoder.decode()
  } catch {
    // Emscripten throws numbers and strings; none of them says more than this.
    throw new Malformed('picture-damaged')
  }
  const { width, height, componentCount, bitsPerSample, isSigned } = decoder.getFrameInfo()
  const isWhole = width === form.width && height === form.height && componentCount === form.samples
  if (!isWhole || complaints.some((line) => line.startsWith('[ERROR]'))) throw new Malformed('picture-damaged')
  return { octets: Uint8Array.from(decoder.getDecodedBuffer()), bits: bitsPerSample <= 8 ? 8 : 16, signed: isSigned }
}

/** ISO/IEC 15444-1 A.5.1: the size stands right behind the start. */
function refuseOtherSize(codestream: Uint8Array, { width, height, samples }: FrameForm): void {
  if (codestream.length < 64) throw new Malformed('picture-cut-short', { left: codestream.length })
  const view = new DataView(codestream.buffer, codestream.byteOffset, codestream.byteLength)
  if (view.getUint16(0) !== START || view.getUint16(2) !== SIZE) throw new Malformed('picture-damaged')
  if (!endsInside(codestream)) throw new Malformed('picture-cut-short', { left: codestream.length })
  const [right, bottom, left, top, tileWidth, tileHeight] = [8, 12, 16, 20, 24, 28].map((at) => view.getUint32(at))
  const [across, down] = [(right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)]
  const tiles = Math.ceil(across / (tileWidth || 1)) * Math.ceil(down / (tileHeight || 1))
  if (across !== width || down !== height || view.getUint16(40) !== samples || !(tiles <= mostTiles))
    throw new Malformed('picture-size-differs', { width, height, across, down })
  if (width * height * samples > mostSamples)
    throw new Malformed('picture-too-large', { width, height, limit: mostSamples })
  const depths = Array.from({ length: samples }, (_, sample) => ((codestream[42 + 3 * sample] ?? 0) & 0x7f) + 1)
  if (depths.some((depth) => depth > 16)) throw new Malformed('picture-colours', { bits: Math.max(...depths), samples })
}
