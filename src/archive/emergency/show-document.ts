import { previewApart } from '../content/apart/preview-apart.ts'
import type { ContentType } from '../content/content.ts'
import type { Preview } from '../content/preview/preview.ts'
import { unreadLine } from '../content/words/unread-words.ts'
import type { Shown } from './format/contents.ts'
import type { Span } from './format/layout.ts'

/** As sharp as a printed page on a screen. */
const longestSide = 1_600
/** A fax of twenty pages; the file itself holds the rest. */
const mostPages = 20
/** A preview holds the whole file in memory. */
const largestPreviewed = 50_000_000

const fileOnly = (why: Extract<Preview, { kind: 'none' }>['why']): Shown => ({
  as: 'file',
  why: { ja: unreadLine(why, 'ja'), en: unreadLine(why, 'en') },
})

/** What every browser shows by itself, and what nobody shows: nothing is made of it here. */
const native: Readonly<Partial<Record<ContentType, Shown>>> = {
  pdf: { as: 'pdf' },
  jpeg: { as: 'picture', mediaType: 'image/jpeg' },
  png: { as: 'picture', mediaType: 'image/png' },
  unknown: fileOnly({ code: 'unknown-form', facts: {} }),
  'old-office': fileOnly({ code: 'old-office', facts: {} }),
}

export const isPreviewed = (type: ContentType, length: number): boolean =>
  native[type] === undefined && length <= largestPreviewed

/** What the package shows of a file; `bytes` where it `isPreviewed`, and `write` puts what is made of it onto the tape. */
export async function showDocument(
  type: ContentType,
  bytes: Uint8Array | null,
  write: (bytes: Uint8Array) => Promise<Span>,
): Promise<Shown> {
  const own = native[type]
  if (own !== undefined || bytes === null) return own ?? fileOnly({ code: 'too-large', facts: {} })
  const first = await previewApart(bytes, { name: '', page: 1, longestSide })
  switch (first.kind) {
    case 'picture':
      return pagesOf(first, bytes, write)
    case 'text':
      return { as: 'text', at: await write(Buffer.from(first.text)) }
    case 'sections': {
      const { title, sections } = first
      return { as: 'sections', at: await write(Buffer.from(JSON.stringify({ title, sections }))) }
    }
    case 'none':
      return fileOnly(first.why)
  }
}

async function pagesOf(
  first: Extract<Preview, { kind: 'picture' }>,
  bytes: Uint8Array,
  write: (bytes: Uint8Array) => Promise<Span>,
): Promise<Shown> {
  const pages = [await write(first.png)]
  for (let page = 2; page <= Math.min(first.pages, mostPages); page++) {
    const next = await previewApart(bytes, { name: '', page, longestSide })
    // A page that cannot be drawn ends the row; how many there are is told beside it.
    if (next.kind !== 'picture') break
    pages.push(await write(next.png))
  }
  return { as: 'pages', pages, of: first.pages }
}
