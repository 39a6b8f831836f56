import { Malformed } from '@omamori/signature'
import { ascii, type DataSet } from '../dicom/read-data-set.ts'
import { numberOf } from '../dicom/read-dicom.ts'
import { greyOf } from './grey.ts'
import { unpackJpeg2000 } from './jpeg-2000.ts'
import { unpackLosslessJpeg } from './lossless-jpeg.ts'
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

const baseline = '1.2.840.10008.1.2.4.50'
const runLength = '1.2.840.10008.1.2.5'
/** Without loss, and with some. */
const jpeg2000 = ['1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91']
/** Process 14, of any predictor and of the first. */
const losslessJpeg = ['1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70']

/** 最初の画像 — unpacked, or as a JPEG that another reader unpacks. A way of packing that we do not know is refused by name. */
export async function firstFrame(data: DataSet): Promise<Pixels | { readonly jpeg: Uint8Array }> {
  const { pixels, transferSyntax } = data
  if (!pixels) throw new Malformed('no-picture')
  const form = formOf(data)
  if ('native' in pixels) return pixelsOf(pixels.native, form, data)
  const { fragments } = pixels
  const frame = firstOf(fragments, numberOf(data, '00280008') ?? 1)
  if (transferSyntax === baseline) return { jpeg: frame }
  if (transferSyntax === runLength)
    return pixelsOf(unpackRunLength(frame, form), { ...form, planar: true, little: false }, data)
  const unpack = jpeg2000.includes(transferSyntax)
    ? unpackJpeg2000
    : losslessJpeg.includes(transferSyntax)
      ? unpackLosslessJpeg
      : undefined
  if (!unpack) throw new Malformed('picture-encoding', { transferSyntax })
  const { octets, ...depth } = await unpack(frame, form)
  return pixelsOf(octets, { ...form, ...depth, ...coloursUnpacked(form) }, data)
}

/** JPEG 2000 turns its own colours back into red, green and blue, sample beside sample (PS3.5 8.2.4). */
const coloursUnpacked = ({ photometric }: FrameForm): Partial<FrameForm> =>
  /^YBR_(RCT|ICT)$/.test(photometric) ? { photometric: 'RGB', planar: false } : { planar: false }

/** A frame may lie in several fragments: all of them where it is the only one, else those before the next that begins a picture. */
function firstOf(fragments: readonly Uint8Array[], frames: number): Uint8Array {
  if (frames === fragments.length || fragments.length < 2) return fragments[0] ?? new Uint8Array()
  const next = frames > 1 ? fragments.findIndex((fragment, index) => index > 0 && beginsPicture(fragment)) : -1
  return Buffer.concat(next < 0 ? fragments : fragments.slice(0, next))
}

/** The start of a JPEG, or of a codestream of JPEG 2000. */
const beginsPicture = ([first, second, third]: Uint8Array): boolean =>
  first === 0xff && ((second === 0xd8 && third === 0xff) || (second === 0x4f && third === 0xff))

function formOf(data: DataSet): FrameForm {
  const say = (tag: string): number => numberOf(data, tag) ?? 0
  const [width, height, samples, bits] = [say('00280011'), say('00280010'), say('00280002') || 1, say('00280100')]
  if (width * height < 1) throw new Malformed('no-picture')
  if (width * height > mostPixels) throw new Malformed('picture-too-large', { width, height, limit: mostPixels })
  const photometric = ascii(data.elements.get('00280004')?.value)
  const isGrey = samples === 1 && /^MONOCHROME[12]$/.test(photometric) && (bits === 8 || bits === 16)
  const isColour = samples === 3 && bits === 8 && /^(RGB|YBR_FULL)$/.test(photometric)
  const isPalette = samples === 1 && bits === 8 && photometric === 'PALETTE COLOR'
  const isPacked = samples === 3 && bits === 8 && /^YBR_(RCT|ICT)$/.test(photometric)
  const saysItself = data.transferSyntax === baseline
  if (!isGrey && !isColour && !isPalette && !(isPacked && jpeg2000.includes(data.transferSyntax)) && !saysItself)
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
