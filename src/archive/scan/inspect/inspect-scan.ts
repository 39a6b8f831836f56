import { Malformed } from '@omamori/signature'
import type { ContentType } from '../../content/content.ts'
import { detectContent, detectedBytes } from '../../content/detect/detect-content.ts'
import { jpegPagesOfTiff } from '../../content/image/read-image.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPicture } from './inspect-picture.ts'
import { type Inspection, mostScanned, type ScannedPage } from './page.ts'

/** 読取りを見る — page by page, as far as the file is one that scanners make. To be run apart: it decodes pictures. */
export async function inspectScan(bytes: Uint8Array, name: string): Promise<Inspection> {
  const { type } = detectContent(bytes.subarray(0, detectedBytes), bytes.subarray(-detectedBytes), name)
  try {
    return { pages: (await inspectors[type]?.(bytes)) ?? [] }
  } catch (error) {
    if (error instanceof Malformed) return { unread: { code: error.reason, facts: error.facts } }
    throw error
  }
}

/** A film becomes a DICOM and is registered as a document: 9.1 leaves its resolution to the rules of radiology. */
const inspectors: Readonly<Partial<Record<ContentType, (bytes: Uint8Array) => Promise<readonly ScannedPage[]>>>> = {
  pdf: inspectPdf,
  jpeg: async (bytes) => [await inspectPicture(bytes, 1)],
  png: async (bytes) => [await inspectPicture(bytes, 1)],
  tiff: async (bytes) => {
    const packed = jpegPagesOfTiff(bytes)
    if (packed.length > mostScanned) throw new Malformed('pages-left-out', { count: packed.length - mostScanned })
    const pages: ScannedPage[] = []
    for (const [index, lossy] of packed.entries()) pages.push({ ...(await inspectPicture(bytes, index + 1)), lossy })
    return pages
  },
}
