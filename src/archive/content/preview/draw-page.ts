import type { PDFiumDocument } from '@hyzyla/pdfium'
import { Malformed } from '@omamori/signature'
import { openPdf } from '../pdf/open-pdf.ts'
import type { Pixels } from './preview.ts'

/** 288 dots to the inch: nothing more can be read, by people or by OCR. */
const mostScale = 4

/** A page of a PDF, from 1, as it would be printed; signatures and forms as they look. */
export async function drawPage(
  bytes: Uint8Array,
  page: number,
  longestSide: number,
): Promise<Pixels & { readonly pages: number }> {
  const document = await openPdf(bytes)
  const pages = document.getPageCount()
  if (page > pages) throw new Malformed('page-not-there', { page, pages })
  return { pages, ...(await drawOn(document, page, longestSide)) }
}

/** A page of a document that is open already. */
export async function drawOn(document: PDFiumDocument, page: number, longestSide: number): Promise<Pixels> {
  try {
    document.initializeFormFields()
    const drawn = document.getPage(page - 1)
    const { originalWidth, originalHeight } = drawn.getOriginalSize()
    const scale = Math.min(mostScale, longestSide / Math.max(originalWidth, originalHeight))
    const { width, height, data } = await drawn.render({ scale, render: 'bitmap', renderFormFields: true })
    return { width, height, channels: 3, data: withoutAlpha(data, width * height) }
  } catch {
    throw new Malformed('pages-damaged', { page })
  }
}

/** From blue, green, red, alpha to red, green, blue. */
function withoutAlpha(data: Uint8Array, count: number): Uint8Array {
  const colours = new Uint8Array(count * 3)
  for (let pixel = 0; pixel < count; pixel++)
    for (let colour = 0; colour < 3; colour++) colours[pixel * 3 + colour] = data[pixel * 4 + 2 - colour] ?? 0
  return colours
}
