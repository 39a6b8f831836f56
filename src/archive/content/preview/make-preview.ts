import { Malformed } from '@omamori/signature'
import type { ContentType } from '../content.ts'
import { detectContent, detectedBytes } from '../detect/detect-content.ts'
import { readDataSet } from '../dicom/read-data-set.ts'
import { readTiff } from '../image/read-image.ts'
import { readContent } from '../read-content.ts'
import { firstFrame } from './dicom-frame.ts'
import { drawPage } from './draw-page.ts'
import { paintFile, paintPixels } from './paint.ts'
import type { Preview, PreviewOrder } from './preview.ts'
import { sectionsOfCda, sectionsOfFhirJson, sectionsOfFhirXml } from './sections.ts'

/** As much as somebody reads on a screen; the file itself is there for the rest. */
const mostShown = 100_000

/** プレビューを作る — a picture of a page, the sections of a document, or its words; what cannot be shown says why. To be run apart. */
export async function makePreview(bytes: Uint8Array, order: PreviewOrder): Promise<Preview> {
  const { type } = detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), order.name)
  try {
    return (await previews[type]?.(bytes, order)) ?? (await wordsOf(bytes, order))
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'none', why: { code: error.reason, facts: error.facts } }
    throw error
  }
}

type Make = (bytes: Uint8Array, order: PreviewOrder) => Promise<Preview | null>

const previews: Readonly<Partial<Record<ContentType, Make>>> = {
  pdf: async (bytes, { page, longestSide }) => {
    const { pages, ...pixels } = await drawPage(bytes, page, longestSide)
    return { kind: 'picture', page, pages, png: await paintPixels(pixels, longestSide) }
  },
  jpeg: (bytes, order) => picture(bytes, order, 1),
  png: (bytes, order) => picture(bytes, order, 1),
  tiff: (bytes, order) => picture(bytes, order, readTiff(bytes).pages ?? 1),
  dicom: async (bytes, { longestSide }) => {
    const frame = await firstFrame(readDataSet(bytes))
    const png = 'jpeg' in frame ? await paintFile(frame.jpeg, 1, longestSide) : await paintPixels(frame, longestSide)
    return { kind: 'picture', page: 1, pages: 1, png }
  },
  cda: async (bytes) => ({ kind: 'sections', ...sectionsOfCda(bytes) }),
  'fhir-json': async (bytes) => shown(sectionsOfFhirJson(bytes)),
  'fhir-xml': async (bytes) => shown(sectionsOfFhirXml(bytes)),
}

const shown = (document: ReturnType<typeof sectionsOfFhirJson>): Preview | null =>
  document && { kind: 'sections', ...document }

async function picture(bytes: Uint8Array, { page, longestSide }: PreviewOrder, pages: number): Promise<Preview> {
  if (page > pages) throw new Malformed('page-not-there', { page, pages })
  return { kind: 'picture', page, pages, png: await paintFile(bytes, page, longestSide) }
}

async function wordsOf(bytes: Uint8Array, { name }: PreviewOrder): Promise<Preview> {
  const { text, unread } = await readContent(bytes, name)
  const [why] = unread
  return text === '' && why ? { kind: 'none', why } : { kind: 'text', text: text.slice(0, mostShown) }
}
