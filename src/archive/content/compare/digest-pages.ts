import { hash } from 'node:crypto'
import { Malformed } from '@omamori/signature'
import type { ContentType } from '../content.ts'
import { detectContent, detectedBytes } from '../detect/detect-content.ts'
import { readDataSet } from '../dicom/read-data-set.ts'
import { readTiff } from '../image/read-image.ts'
import { openPdf } from '../pdf/open-pdf.ts'
import { firstFrame } from '../preview/dicom-frame.ts'
import { drawOn } from '../preview/draw-page.ts'
import { type ExactPixels, exactPixels } from '../preview/paint.ts'
import type { Pixels } from '../preview/preview.ts'

/** As sharp as the preview that people are shown of it. */
const longestSide = 1_600
/** Whoever compares more pages than these compares another document. */
const mostPages = 200
/** Two files, one after the other, within what a person waits. */
const longestMs = 20_000

/** 画素の要約 — one for each page, as it looks; null where it cannot be drawn. Fewer than there are pages where they are too many. */
export interface DigestedPages {
  readonly type: ContentType
  readonly pages: number
  readonly digests: readonly (string | null)[]
}

/** What every page of a file looks like, so that two can be told to be equal pixel by pixel. To be run apart. */
export async function digestPages(bytes: Uint8Array): Promise<DigestedPages> {
  const { type } = detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), '')
  const open = openers[type]
  if (!open) throw new Malformed('no-pages')
  const { pages, draw } = await open(bytes)
  const until = performance.now() + longestMs
  const digests: (string | null)[] = []
  for (let page = 1; page <= Math.min(pages, mostPages) && performance.now() < until; page++)
    digests.push(await digestOf(() => draw(page)))
  return { type, pages, digests }
}

type Looks = ExactPixels | Pixels

interface Opened {
  readonly pages: number
  readonly draw: (page: number) => Looks | Promise<Looks>
}

async function digestOf(draw: () => Looks | Promise<Looks>): Promise<string | null> {
  try {
    const { width, height, channels, data } = await draw()
    return `${width}x${height}x${channels}:${hash('sha256', data)}`
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

const pictures = (bytes: Uint8Array, pages: number): Opened => ({ pages, draw: (page) => exactPixels(bytes, page) })

const openers: Readonly<Partial<Record<ContentType, (bytes: Uint8Array) => Opened | Promise<Opened>>>> = {
  pdf: async (bytes) => {
    const document = await openPdf(bytes)
    return { pages: document.getPageCount(), draw: (page) => drawOn(document, page, longestSide) }
  },
  jpeg: (bytes) => pictures(bytes, 1),
  png: (bytes) => pictures(bytes, 1),
  tiff: (bytes) => pictures(bytes, readTiff(bytes).pages ?? 1),
  dicom: async (bytes) => {
    const frame = await firstFrame(readDataSet(bytes))
    return { pages: 1, draw: () => ('jpeg' in frame ? exactPixels(frame.jpeg, 1) : frame) }
  },
}
