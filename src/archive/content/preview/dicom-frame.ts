import { Malformed } from '@omamori/signature'
import { ascii, type DataSet } from '../dicom/read-data-set.ts'
import { numberOf } from '../dicom/read-dicom.ts'
import { greyOf } from './grey.ts'
import { coloursByPalette } from './palette.ts'
import { mostPixels, type Pixels } from './preview.ts'
import { unpackRunLength } from './run-length.ts'

/** How the first frame lies in the file. */
export interface FrameForm {
  readonly width: number
  readonly height: number
  readonly samples: number
  /** 8 or 16. */
  readonly bits: number
  readonly signed: boolean
  readonly little: boolean
  readonly photometric: string
  /** Each colour by itself, one after another. */
  readonly planar: boolean
}

/** 最初の画像 — unpacked, or as a JPEG that another reader unpacks. A way of packing that we do not know is refused by name. */
export function firstFrame(data: DataSet): Pixels | { readonly jpeg: Uint8Array } {
  const { pixels, transferSyntax } = data
  if (!pixels) throw new Malformed('no-picture')
  const form = formOf(data)
  if (transferSyntax === '1.2.840.10008.1.2.4.50' && 'fragments' in pixels)
    return { jpeg: Buffer.concat(framesIn(data) > 1 ? pixels.fragments.slice(0, 1) : pixels.fragments) }
  if (transferSyntax === '1.2.840.10008.1.2.5' && 'fragments' in pixels)
    return pixelsOf(
      unpackRunLength(pixels.fragments[0] ?? new Uint8Array(), form),
      { ...form, planar: true, little: false },
      data,
    )
  if (!('native' in pixels)) throw new Malformed('picture-encoding', { transferSyntax })
  return pixelsOf(pixels.native, form, data)
}

const framesIn = (data: DataSet): number => numberOf(data, '00280008') ?? 1

function formOf(data: DataSet): FrameForm {
  const say = (tag: string): number => numberOf(data, tag) ?? 0
  const [width, height, samples, bits] = [say('00280011'), say('00280010'), say('00280002') || 1, say('00280100')]
  if (width * height < 1) throw new Malformed('no-picture')
  if (width * height > mostPixels) throw new Malformed('picture-too-large', { width, height, limit: mostPixels })
  const photometric = ascii(data.elements.get('00280004')?.value)
  const isGrey = samples === 1 && /^MONOCHROME[12]$/.test(photometric) && (bits === 8 || bits === 16)
  const isColour = samples === 3 && bits === 8 && /^(RGB|YBR_FULL)$/.test(photometric)
  const isPalette = samples === 1 && bits === 8 && photometric === 'PALETTE COLOR'
  const isJpeg = data.transferSyntax.startsWith('1.2.840.10008.1.2.4.')
  if (!isGrey && !isColour && !isPalette && !isJpeg)
    throw new Malformed('picture-colours', { photometric, samples, bits })
  const little = data.transferSyntax !== '1.2.840.10008.1.2.2'
  return {
    width,
    height,
    samples,
    bits,
    signed: say('00280103') === 1,
    little,
    photometric,
    planar: say('00280006') === 1,
  }
}

function pixelsOf(octets: Uint8Array, form: FrameForm, data: DataSet): Pixels {
  const { width, height, samples, bits } = form
  const length = (width * height * samples * bits) / 8
  if (octets.length < length) throw new Malformed('picture-cut-short', { length, left: octets.length })
  const frame = octets.subarray(0, length)
  if (form.photometric.startsWith('MONOCHROME')) return { width, height, channels: 1, data: greyOf(frame, form, data) }
  const colours = samples === 1 ? coloursByPalette(frame, form.little, data) : coloursOf(frame, form)
  return { width, height, channels: 3, data: colours }
}

function coloursOf(frame: Uint8Array, { width, height, planar, photometric }: FrameForm): Uint8Array {
  const count = width * height
  const colours = new Uint8Array(count * 3)
  for (let pixel = 0; pixel < count; pixel++)
    for (let colour = 0; colour < 3; colour++)
      colours[pixel * 3 + colour] = frame[planar ? colour * count + pixel : pixel * 3 + colour] ?? 0
  return photometric === 'RGB' ? colours : redGreenBlue(colours)
}

/** PS3.3 C.7.6.3.1.2: YBR_FULL is brightness and two differences. */
function redGreenBlue(colours: Uint8Array): Uint8Array {
  const clamped = new Uint8ClampedArray(colours.length)
  for (let at = 0; at < colours.length; at += 3) {
    const [y, blue, red] = [colours[at] ?? 0, (colours[at + 1] ?? 0) - 128, (colours[at + 2] ?? 0) - 128]
    clamped.set([y + 1.402 * red, y - 0.344136 * blue - 0.714136 * red, y + 1.772 * blue], at)
  }
  return new Uint8Array(clamped.buffer)
}
