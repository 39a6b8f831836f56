import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Malformed } from '@omamori/signature'
import { makePreview } from '../preview/make-preview.ts'
import type { PreviewOrder } from '../preview/preview.ts'

/** A page of A4 at some 250 dots to the inch: smaller letters are lost below, and nothing is gained above. */
const longestSide = 2_900
/** About two seconds each; what is beyond is told. */
const mostPages = 50

/** In percent, as the reader judges itself: printed pages have 80 to 95, photographs and faint faxes below 35, where words are invented. */
const leastSure = 50

export interface WordsInPictures {
  readonly text: string
  readonly pages: number
  /** Pages beyond what is read of one file. */
  readonly leftOut: number
  /** Pages that show something of which no word is sure. */
  readonly unsure: number
}

/**
 * 光学文字認識 — Japanese words in the pictures of a file, page by page. They may be wrong, and are for finding it again. The language lies in a
 * package beside the program: nothing is fetched.
 */
export async function readWords(bytes: Uint8Array, order: Pick<PreviewOrder, 'name'>): Promise<WordsInPictures> {
  const { createWorker } = await import('tesseract.js')
  const folder = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/jpn')))
  const reader = await createWorker('jpn', 1, { langPath: join(folder, '4.0.0_best_int'), cacheMethod: 'none' })
  try {
    const texts: string[] = []
    let [pages, unsure] = [1, 0]
    for (let page = 1; page <= Math.min(pages, mostPages); page++) {
      const preview = await makePreview(bytes, { ...order, page, longestSide })
      if (preview.kind !== 'picture') throw new Malformed('no-picture')
      pages = preview.pages
      const { data } = await reader.recognize(Buffer.from(preview.png))
      const isSure = data.confidence >= leastSure
      if (!isSure && data.text.trim() !== '') unsure += 1
      texts.push(isSure ? withoutGaps(data.text) : '')
    }
    const text = texts.filter((one) => one !== '').join('\n')
    return { text, pages: texts.length, leftOut: pages - texts.length, unsure }
  } finally {
    await reader.terminate()
  }
}

/** Japanese is written without spaces; the reader puts one between most characters. */
const withoutGaps = (text: string): string =>
  text.replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]+(?=[\u3000-\u9fff\uff00-\uffef])/g, '').trim()
