import { type Field, fieldsOf, formOf } from '../fields.ts'
import { type PageTree, pagesOf } from '../pages.ts'
import { at, catalogOf, type View } from '../pdf/objects.ts'
import {
  entryOf,
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
  sameReference,
} from '../pdf/value.ts'
import type { Change, Note } from './change.ts'
import { compareFields } from './compare-fields.ts'
import { compareInformation, compareMetadata } from './compare-metadata.ts'
import { annotationsOf, comparePages } from './compare-pages.ts'
import { type Comparison, differs, differsHere, keysOf } from './difference.ts'

/** What is compared by rules of its own in one state of the file. */
interface Parts {
  readonly view: View
  readonly trailer: PdfDictionary | null
  readonly catalog: PdfDictionary
  readonly form: PdfDictionary | null
  readonly fields: readonly Field[]
  readonly pages: PageTree
}

/**
 * All that differs between the file as it was signed and as it is now. Nothing is left out by not knowing it: whatever hangs
 * on the catalog is compared, and only what a rule speaks of by name is ever called harmless.
 */
export function changesBetween(older: View, newer: View): readonly Change[] {
  const [before, after] = [partsOf(older), partsOf(newer)]
  const changes: Change[] = []
  const note: Note = (kind, facts = {}) => void changes.push({ kind, facts })
  const comparison: Comparison = {
    older,
    newer,
    apart: numbersApart(before),
    compared: new Set(),
  }
  const fields = { older: fieldNumbers(before), newer: fieldNumbers(after) }
  comparePages(comparison, before.pages, after.pages, fields, note)
  compareCatalog(comparison, before, after, note)
  compareForm(comparison, before.form, after.form, note)
  compareFields(comparison, before.fields, after.fields, note)
  compareInformation(comparison, trailerValue(before, 'Info'), trailerValue(after, 'Info'), note)
  return changes
}

function partsOf(view: View): Parts {
  const trailer = view.file.revisions[view.revision]?.trailer ?? null
  return { view, trailer, catalog: catalogOf(view), form: formOf(view), fields: fieldsOf(view), pages: pagesOf(view) }
}

const trailerValue = ({ trailer }: Parts, key: string): PdfValue => (trailer ? entryOf(trailer, key) : null)
const fieldNumbers = ({ fields }: Parts): ReadonlySet<number> =>
  new Set(fields.map(({ reference }) => reference.number))

/**
 * Only what was a page, a field or an annotation when it was signed: making another object one of these later does not take
 * it out of the comparison.
 */
function numbersApart({ view, fields, pages }: Parts): ReadonlySet<number> {
  const values = [
    ...fields.map(({ reference }) => reference),
    ...[...pages.pages, ...pages.nodes].map(({ reference }) => reference),
    ...pages.pages.flatMap(({ dictionary }) => annotationsOf(view, dictionary)),
  ]
  return new Set(values.filter(isReference).map(({ number }) => number))
}

/** What viewers show or do, or whom they believe. Of everything else it cannot be said what its change means. */
const acts = new Set([
  'Pages',
  'Names',
  'OpenAction',
  'AA',
  'OCProperties',
  'Perms',
  'Collection',
  'Requirements',
  'Dests',
  'URI',
])

function compareCatalog(comparison: Comparison, older: Parts, newer: Parts, note: Note): void {
  if (!sameReference(trailerValue(older, 'Root'), trailerValue(newer, 'Root'))) note('catalog-changed', { key: 'Root' })
  const keys = [...keysOf(older.catalog, newer.catalog)].sort((a, b) => Number(acts.has(b)) - Number(acts.has(a)))
  for (const key of keys) {
    const [before, after] = [entryOf(older.catalog, key), entryOf(newer.catalog, key)]
    if (key === 'AcroForm' || key === 'Extensions' || key === 'Version') continue
    else if (key === 'DSS') noteValidationData(comparison, before, after, note)
    else if (key === 'Metadata') compareMetadata(comparison, before, after, note)
    else if (differs(comparison, before, after)) note(acts.has(key) ? 'catalog-changed' : 'structure-changed', { key })
  }
}

function noteValidationData(comparison: Comparison, before: PdfValue, after: PdfValue, note: Note): void {
  const [older, newer] = [at(comparison.older, holding(before), 'DSS'), at(comparison.newer, holding(after), 'DSS')]
  if (differsHere(comparison, older, newer)) note('validation-data-added')
}

const holding = (value: PdfValue): PdfDictionary => ({ kind: 'dictionary', entries: new Map([['DSS', value]]) })

/** The fields themselves were compared before; fonts may come, none may be exchanged. */
function compareForm(
  comparison: Comparison,
  older: PdfDictionary | null,
  newer: PdfDictionary | null,
  note: Note,
): void {
  const resources = (view: View, form: PdfDictionary | null): PdfObject => (form ? at(view, form, 'DR') : null)
  const before = resources(comparison.older, older)
  for (const key of keysOf(older, newer)) {
    if (key === 'Fields' || key === 'SigFlags') continue
    if (key === 'DR' && onlyAdded(comparison, before, resources(comparison.newer, newer), 2)) continue
    if (key === 'DA' && older === null) continue
    if (differs(comparison, older ? entryOf(older, key) : null, newer ? entryOf(newer, key) : null))
      note('form-changed', { key })
  }
}

function onlyAdded(comparison: Comparison, before: PdfObject, after: PdfObject, levels: number): boolean {
  if (before === null) return true
  if (!isDictionary(before) || !isDictionary(after) || levels === 0) return !differs(comparison, before, after)
  return [...before.entries.keys()].every((key) =>
    onlyAdded(comparison, at(comparison.older, before, key), at(comparison.newer, after, key), levels - 1),
  )
}
