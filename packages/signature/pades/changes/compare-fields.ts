import { type Field, fieldValue, shownArea } from '../fields.ts'
import { at, resolve, type View } from '../pdf/objects.ts'
import { entryOf, isDictionary, nameOf, type PdfValue, sameReference } from '../pdf/value.ts'
import type { Note } from './change.ts'
import { type Comparison, differs, differsHere, keysOf } from './difference.ts'

/** Every field and widget of the form: values filled, signatures added, and whatever else should not be. */
export function compareFields(
  comparison: Comparison,
  older: readonly Field[],
  newer: readonly Field[],
  note: Note,
): void {
  const later = new Map(newer.map((field) => [field.reference.number, field]))
  const signedBefore = new Set(older.filter(isSigned).map(({ reference }) => reference.number))
  const filled = new Set<string>()
  for (const field of older) {
    const now = later.get(field.reference.number)
    later.delete(field.reference.number)
    if (now === undefined) note(isSigned(field) ? 'signature-removed' : 'field-removed', factsOf(field))
    else compareField(comparison, field, now, newer, filled, note)
  }
  for (const field of later.values()) noteAdded(comparison, field, newer, signedBefore, note)
}

const isSigned = (field: Field): boolean => field.type === 'Sig' && fieldValue(field) !== null

const factsOf = ({ name, reference }: Field) => ({ field: name, object: reference.number })

/** What filling a field touches besides its value: how it looks and when it was done. */
const looks = new Set(['AP', 'AS', 'MK', 'RV', 'I', 'M'])

function compareField(
  comparison: Comparison,
  older: Field,
  newer: Field,
  all: readonly Field[],
  filled: Set<string>,
  note: Note,
): void {
  if (older.type === 'Sig') noteSignature(comparison, older, newer, all, filled, note)
  else if (differsHere(comparison, fieldValue(older), fieldValue(newer))) {
    filled.add(older.name)
    note('field-filled', factsOf(older))
  }
  for (const key of keysOf(older.dictionary, newer.dictionary)) {
    const [before, after] = [entryOf(older.dictionary, key), entryOf(newer.dictionary, key)]
    if (key === 'V' || (key === 'Kids' && older.named)) continue
    if (!looks.has(key)) {
      if (differs(comparison, before, after)) note('field-changed', { ...factsOf(older), key })
      // A widget that has no name bears its field's: the value that it shows may have been filled there.
    } else if (!filled.has(older.name) && differsHere(comparison, before, after))
      note('appearance-changed', { ...factsOf(older), key })
  }
}

function noteSignature(
  comparison: Comparison,
  older: Field,
  newer: Field,
  all: readonly Field[],
  filled: Set<string>,
  note: Note,
): void {
  const [before, after] = [fieldValue(older), fieldValue(newer)]
  if (before === null && after !== null) {
    filled.add(older.name)
    noteNewSignature(comparison, newer, all, note)
  } else if (before !== null && after === null) note('signature-removed', factsOf(older))
  else if (before !== null && !sameSignature(comparison, before, after)) note('signature-changed', factsOf(older))
}

function sameSignature(comparison: Comparison, before: PdfValue, after: PdfValue): boolean {
  if (typeof before === 'object' && before?.kind === 'reference' && !sameReference(before, after)) return false
  return !differs(comparison, resolve(comparison.older, before), resolve(comparison.newer, after))
}

function noteNewSignature({ newer: view }: Comparison, field: Field, all: readonly Field[], note: Note): void {
  const value = resolve(view, fieldValue(field))
  const stamp = isDictionary(value) && nameOf(at(view, value, 'SubFilter')) === 'ETSI.RFC3161'
  const widgets = all.filter(({ parent, named }) => parent?.reference.number === field.reference.number && !named)
  const area = [field, ...widgets].reduce((sum, one) => sum + shown(view, one), 0)
  note(stamp ? 'document-time-stamp-added' : 'signature-added', { ...factsOf(field), shown: area })
}

/** Square points that the field takes on its page. */
function shown(view: View, { dictionary }: Field): number {
  const [left = 0, bottom = 0, right = 0, top = 0] = shownArea(view, dictionary) ?? []
  return Math.round(Math.abs((right - left) * (top - bottom)))
}

/**
 * A signature may bring its field, and the widgets in which it is shown. A field without a signature may not come later: shown, it
 * would lie over the page with nobody answering for it; nor may another widget of one that was signed before, or one that acts
 * when it is touched.
 */
function noteAdded(
  comparison: Comparison,
  field: Field,
  all: readonly Field[],
  signedBefore: ReadonlySet<number>,
  note: Note,
): void {
  const holder = field.named ? field : field.parent
  const plain =
    !field.dictionary.entries.has('A') && !field.dictionary.entries.has('AA') && isWidget(comparison.newer, field)
  const brought = holder !== null && isSigned(holder) && !signedBefore.has(holder.reference.number)
  if (brought && plain) {
    if (field.named) noteNewSignature(comparison, field, all, note)
  } else if (field.type !== 'Sig' || !plain || shown(comparison.newer, field) > 0) note('field-added', factsOf(field))
}

function isWidget(view: View, { dictionary }: Field): boolean {
  return (nameOf(at(view, dictionary, 'Subtype')) ?? 'Widget') === 'Widget'
}
