import type { PageNode, PageTree } from '../pages.ts'
import { at, resolve, type View } from '../pdf/objects.ts'
import { spend } from '../pdf/open.ts'
import { entryOf, isArray, isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'
import type { ChangeKind, Note } from './change.ts'
import { type Comparison, differs, keysOf } from './difference.ts'

/** Pages one by one: none added, removed, moved or exchanged, and on each of them nothing but what `annotations` judges. */
export function comparePages(
  comparison: Comparison,
  older: PageTree,
  newer: PageTree,
  fields: FieldNumbers,
  note: Note,
): void {
  const moved = [older.pages, older.nodes].some((list, i) => !sameOrder(list, i ? newer.nodes : newer.pages))
  if (moved) {
    note('pages-changed', { before: older.pages.length, after: newer.pages.length })
    return
  }
  for (const [i, node] of older.nodes.entries()) comparePage(comparison, node, newer.nodes[i] ?? node, 0, note)
  older.pages.forEach((page, i) => {
    const later = newer.pages[i] ?? page
    comparePage(comparison, page, later, i + 1, note)
    compareAnnotations(comparison, page, later, i + 1, fields, note)
  })
}

const sameOrder = (older: readonly PageNode[], newer: readonly PageNode[]): boolean =>
  older.length === newer.length && older.every(({ reference }, i) => reference.number === newer[i]?.reference.number)

const pageKinds: Readonly<Record<string, ChangeKind>> = {
  Contents: 'page-content-changed',
  Resources: 'page-resources-changed',
}

/** Parents and children were compared as the order of the pages; annotations are compared one by one. */
const elsewhere = new Set(['Parent', 'Kids', 'Count', 'Annots'])

function comparePage(comparison: Comparison, older: PageNode, newer: PageNode, page: number, note: Note): void {
  for (const key of keysOf(older.dictionary, newer.dictionary)) {
    if (elsewhere.has(key) || !differs(comparison, entryOf(older.dictionary, key), entryOf(newer.dictionary, key)))
      continue
    note(pageKinds[key] ?? 'page-changed', { page, key, object: newer.reference.number })
  }
}

/** Numbers of what the form holds: such annotations are judged as fields. */
export interface FieldNumbers {
  readonly older: ReadonlySet<number>
  readonly newer: ReadonlySet<number>
}

function compareAnnotations(
  comparison: Comparison,
  older: PageNode,
  newer: PageNode,
  page: number,
  fields: FieldNumbers,
  note: Note,
): void {
  const before = annotationsOf(comparison.older, older.dictionary)
  const after = annotationsOf(comparison.newer, newer.dictionary)
  const [came, stayed] = [new Set(before.map(numberOf)), new Set(after.map(numberOf))]
  before.forEach((item, i) => {
    const object = numberOf(item)
    const type = subtypeOf(comparison.older, item)
    if (object > 0 && !stayed.has(object)) note('annotation-removed', { page, object, type })
    else if (object === 0 ? differs(comparison, item, after[i] ?? null) : changedAnnotation(comparison, item, fields))
      note('annotation-changed', { page, object, type })
  })
  after.forEach((item, i) => {
    const object = numberOf(item)
    if (object > 0 ? came.has(object) : i < before.length) return
    // A new field's own place on the page is judged with the field.
    if (fields.newer.has(object) && !fields.older.has(object)) return
    note('annotation-added', { page, object, type: subtypeOf(comparison.newer, item) })
  })
  const order = after.map(numberOf).filter((number) => came.has(number))
  if (
    before
      .map(numberOf)
      .filter((number) => stayed.has(number))
      .join() !== order.join()
  )
    note('annotation-changed', { page, key: 'Annots' })
}

function changedAnnotation(comparison: Comparison, item: PdfValue, fields: FieldNumbers): boolean {
  if (!isReference(item) || fields.older.has(item.number)) return false
  return differs(comparison, resolve(comparison.older, item), resolve(comparison.newer, item))
}

/** 0 for one that is no object of its own. */
const numberOf = (item: PdfValue): number => (isReference(item) ? item.number : 0)

export function annotationsOf(view: View, page: PdfDictionary): readonly PdfValue[] {
  const annotations = at(view, page, 'Annots')
  const items = isArray(annotations) ? annotations.items : []
  spend(view.file, items.length)
  return items
}

function subtypeOf(view: View, item: PdfValue): string {
  const annotation = resolve(view, item)
  return (isDictionary(annotation) && nameOf(at(view, annotation, 'Subtype'))) || 'unknown'
}
