import { Malformed } from '@omamori/signature'
import { openSharp } from './open-sharp.ts'
import { mostPixels, type Pixels } from './preview.ts'

/** Pixels as PNG, made smaller where they are larger than wanted. */
export async function paintPixels({ width, height, channels, data }: Pixels, longestSide: number): Promise<Uint8Array> {
  const sharp = await openSharp()
  return scaled(sharp(data, { raw: { width, height, channels } }), longestSide)
}

/** A page of a JPEG, PNG or TIFF as PNG, upright. `page` from 1. */
export async function paintFile(file: Uint8Array, page: number, longestSide: number): Promise<Uint8Array> {
  const sharp = await openSharp()
  const options = { limitInputPixels: mostPixels, failOn: 'truncated', page: page - 1, animated: false } as const
  try {
    return await scaled(sharp(file, options).autoOrient(), longestSide)
  } catch (error) {
    throw unpainted(error)
  }
}

/** 元の画素 — as deep as they are, two octets each. */
export interface ExactPixels {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly data: Uint8Array
}

/** A whole radiograph at 16 bits and with four channels is then 320 MB. */
const mostExact = 40_000_000

/** A page of a JPEG, PNG or TIFF, upright, with every pixel and all its depth: for comparing, not for looking. `page` from 1. */
export async function exactPixels(file: Uint8Array, page: number): Promise<ExactPixels> {
  const sharp = await openSharp()
  const options = { limitInputPixels: mostExact, failOn: 'truncated', page: page - 1, animated: false } as const
  try {
    const picture = sharp(file, options).autoOrient().toColourspace('rgb16').raw({ depth: 'ushort' })
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, channels: info.channels, data }
  } catch (error) {
    throw unpainted(error)
  }
}

const unpainted = (error: unknown): Malformed =>
  new Malformed(/pixel limit/.test(String(error)) ? 'picture-too-large' : 'picture-damaged')

type Picture = ReturnType<typeof import('sharp').default>

const scaled = (picture: Picture, longestSide: number): Promise<Uint8Array> =>
  picture
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer()
