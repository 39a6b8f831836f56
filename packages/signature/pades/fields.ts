import { Malformed } from '../malformed.ts'
import { at, catalogOf, resolve, type View } from './pdf/objects.ts'
import { spend } from './pdf/open.ts'
import {
  entryOf,
  isArray,
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  textOf,
} from './pdf/value.ts'

/** A form of a hundred pages has some thousand fields. */
const mostFields = 50_000
const deepestField = 32

/** A name is a word or two; whole names are put together from it and its parents'. */
const longestName = 512

/** フィールド — one node of the form's tree: a field, or one of the places where it is shown (a widget has no name of its own). */
export interface Field {
  /** Names from the root down, joined by dots (ISO 32000-2 §12.7.4.2). */
  readonly name: string
  readonly reference: PdfReference
  readonly dictionary: PdfDictionary
  /** `Sig`, `Tx`, `Btn`, `Ch`, its own or its parent's; null for a node that only groups. */
  readonly type: string | null
  /** Whether it has a name: a field. Otherwise it is a widget of the field above. */
  readonly named: boolean
  readonly parent: Field | null
}

export function formOf(view: View): PdfDictionary | null {
  const form = at(view, catalogOf(view), 'AcroForm')
  return isDictionary(form) ? form : null
}

/** All nodes of the form, parents first. Fields that are not objects of their own cannot be signed or filled, and are left out. */
export function fieldsOf(view: View): readonly Field[] {
  const form = formOf(view)
  const found: Field[] = []
  const seen = new Set<number>()
  const waiting = form
    ? kidsOf(view, form, 'Fields').map((kid) => ({ kid, parent: null as Field | null, depth: 0 }))
    : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next.kid.number)) throw new Malformed('pdf-field-twice', { number: next.kid.number })
    if (next.depth > deepestField || found.length === mostFields)
      throw new Malformed('pdf-too-many-fields', { limit: mostFields })
    seen.add(next.kid.number)
    spend(view.file, 5)
    const field = fieldOf(view, next.kid, next.parent)
    if (!field) continue
    found.push(field)
    for (const kid of kidsOf(view, field.dictionary, 'Kids'))
      waiting.push({ kid, parent: field, depth: next.depth + 1 })
  }
  return found
}

function kidsOf(view: View, holder: PdfDictionary, key: string): readonly PdfReference[] {
  const kids = at(view, holder, key)
  return isArray(kids) ? kids.items.filter(isReference).reverse() : []
}

function fieldOf(view: View, reference: PdfReference, parent: Field | null): Field | null {
  const dictionary = resolve(view, reference)
  if (!isDictionary(dictionary)) return null
  const own = textOf(at(view, dictionary, 'T'))
  if (own !== null && own.length > longestName) throw new Malformed('pdf-field-name-too-long', { limit: longestName })
  const type = nameOf(at(view, dictionary, 'FT')) ?? parent?.type ?? null
  const name = own === null ? (parent?.name ?? '') : parent?.name ? `${parent.name}.${own}` : own
  return { name, reference, dictionary, type, named: own !== null, parent }
}

/** The rectangle in which a field is shown, in points; null when it shows nothing. */
export function shownArea(view: View, dictionary: PdfDictionary): readonly number[] | null {
  const rectangle = at(view, dictionary, 'Rect')
  const sides = isArray(rectangle) ? rectangle.items.map((item) => resolve(view, item)) : []
  const [left, bottom, right, top] = sides.map((side) => (typeof side === 'number' ? side : 0))
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null
  return left === right || bottom === top ? null : [left, bottom, right, top]
}

/** The value of a field: its own key, whatever stands there. */
export const fieldValue = (field: Field): PdfValue => entryOf(field.dictionary, 'V')
