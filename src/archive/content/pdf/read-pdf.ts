import { Malformed } from '@omamori/signature'
import type { Found, Unread } from '../content.ts'
import { openPdf } from './open-pdf.ts'
import { readXmp } from './read-xmp.ts'

/** A chart of a long stay; further pages are told as unread. */
const mostPages = 2_000

/** PDF — its words page by page, and what its XMP claims. A page without words is a picture, and needs OCR. */
export async function readPdf(bytes: Uint8Array): Promise<Found> {
  const document = await openPdf(bytes)
  const pages = document.getPageCount()
  if (pages < 1) throw new Malformed('pdf-no-pages')
  const texts: string[] = []
  let damaged = 0
  for (let index = 0; index < Math.min(pages, mostPages); index++) {
    try {
      texts.push(document.getPage(index).getText())
    } catch {
      damaged++
    }
  }
  const unread: Unread[] = []
  if (damaged > 0) unread.push({ code: 'pages-damaged', facts: { count: damaged } })
  if (pages > mostPages) unread.push({ code: 'pages-left-out', facts: { count: pages - mostPages } })
  if (damaged < pages && texts.every((text) => text.trim() === '')) unread.push({ code: 'no-text', facts: {} })
  return { ...readXmp(bytes), pages, text: texts.join('\n').replaceAll('\0', ''), unread }
}
