import { Malformed } from '@omamori/signature'
import { openSharp } from '../../content/preview/open-sharp.ts'
import { mostPixels } from '../../content/preview/preview.ts'
import type { ColourDepth } from '../scan.ts'
import { lookAt } from './look.ts'
import { inspectedSide, type ScannedPage } from './page.ts'

/** JPEG, PNG or a page of a TIFF, from 1. */
export async function inspectPicture(file: Uint8Array, page: number): Promise<ScannedPage> {
  const sharp = await openSharp()
  const options = { limitInputPixels: mostPixels, failOn: 'truncated', page: page - 1, animated: false } as const
  try {
    const facts = await sharp(file, options).metadata()
    const { data, info } = await sharp(file, options)
      .autoOrient()
      .resize({ width: inspectedSide, height: inspectedSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    // A number without its unit is the shape of a pixel, and no resolution; PNG has but one unit.
    const isTold = facts.format === 'png' || facts.resolutionUnit !== undefined
    const dpi = isTold ? (facts.density ?? null) : null
    return {
      dpi,
      colour: colourOf(facts),
      lossy: facts.format === 'jpeg',
      ...lookAt({ width: info.width, height: info.height, data }),
    }
  } catch (error) {
    throw new Malformed(/pixel limit/.test(String(error)) ? 'picture-too-large' : 'picture-damaged', { page })
  }
}

interface Depth {
  readonly space?: string
  readonly bitsPerSample?: number
  readonly isPalette?: boolean
}

function colourOf({ space, bitsPerSample, isPalette }: Depth): ColourDepth | null {
  if (space === undefined) return null
  if (!['b-w', 'grey16'].includes(space)) return 'colour'
  return bitsPerSample === 1 && isPalette !== true ? 'black-white' : 'grey'
}
