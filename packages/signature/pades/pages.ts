import { Malformed } from '../malformed.ts'
import { at, catalogOf, resolve, type View } from './pdf/objects.ts'
import { spend } from './pdf/open.ts'
import {
  entryOf,
  isArray,
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from './pdf/value.ts'

/** A patient's whole record printed is some ten thousand pages. */
const mostPages = 200_000
const deepestTree = 64

export interface PageNode {
  readonly reference: PdfReference
  readonly dictionary: PdfDictionary
}

/** ページ — the pages in the order in which they are shown, and the nodes of the tree that hold them. */
export interface PageTree {
  readonly pages: readonly PageNode[]
  readonly nodes: readonly PageNode[]
}

export function pagesOf(view: View): PageTree {
  const pages: PageNode[] = []
  const nodes: PageNode[] = []
  const seen = new Set<number>()
  const root = entryOf(catalogOf(view), 'Pages')
  if (!isReference(root)) throw new Malformed('pdf-no-pages')
  const waiting = [{ reference: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { reference, depth } = next
    if (seen.has(reference.number)) throw new Malformed('pdf-page-twice', { number: reference.number })
    if (depth > deepestTree || seen.size === mostPages) throw new Malformed('pdf-too-many-pages', { limit: mostPages })
    seen.add(reference.number)
    spend(view.file, 5)
    const dictionary = resolve(view, reference)
    if (!isDictionary(dictionary)) throw new Malformed('pdf-page', { number: reference.number })
    const kids = at(view, dictionary, 'Kids')
    const list = isArray(kids) ? nodes : pages
    list.push({ reference, dictionary })
    if (isArray(kids))
      for (const kid of kids.items.toReversed()) waiting.push({ reference: expectReference(kid), depth: depth + 1 })
  }
  return { pages, nodes }
}

function expectReference(value: PdfValue): PdfReference {
  if (isReference(value)) return value
  throw new Malformed('pdf-page')
}
