import { Malformed } from '../../malformed.ts'
import { type Place, placeIn, type Section } from './cross-reference.ts'
import { decodeStream } from './decode.ts'
import { type PdfFile, spend, type Unpacked } from './open.ts'
import { type PlainObject, readObject } from './read-object.ts'
import { cursor, readCount, readValue } from './read-value.ts'
import {
  countOf,
  entryOf,
  expectDictionary,
  isReference,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
  type PdfValue,
} from './value.ts'

/** The file as it was when one revision ended: what a reader of that day saw. */
export interface View {
  readonly file: PdfFile
  /** Which revision, 0 being the first. */
  readonly revision: number
}

/** Where an object stands as this view sees it, and which revision said so. */
export interface Placed {
  readonly place: Place
  readonly revision: number
}

export function placeOf({ file, revision }: View, number: number): Placed | null {
  for (let i = revision; i >= 0; i--) {
    const place = placeInRevision(file.revisions[i]?.sections ?? [], number)
    if (place === null) continue
    spend(file, (revision - i) >> 2)
    return { place, revision: i }
  }
  spend(file, revision >> 2)
  return null
}

/**
 * A place counts before a deletion: a hybrid file marks as free in its table what its stream lists. Two places in one revision
 * are refused: readers differ about which one counts.
 */
function placeInRevision(sections: readonly Section[], number: number): Place | null {
  let found: Place | null = null
  for (const section of sections) {
    const place = placeIn(section, number)
    if (place === null || (place.kind === 'free' && found !== null)) continue
    if (found !== null && found.kind !== 'free') throw new Malformed('pdf-object-listed-twice', { number })
    found = place
  }
  return found
}

/** The object of this number; null where there is none, which is how a reference to nothing reads (§7.3.10). */
export function objectOf(view: View, { number, generation }: PdfReference): PdfObject {
  const placed = placeOf(view, number)
  if (!placed || placed.place.kind === 'free') return null
  if (placed.place.kind === 'at') {
    if (placed.place.generation !== generation) return null
    return plainObject(view.file, number, placed).value
  }
  return generation === 0 ? packedObject(view, number, placed.place.stream, placed.place.index) : null
}

/** What a value is once its reference, if it is one, was followed. A reference to a reference is refused. */
export function resolve(view: View, value: PdfValue): PdfObject {
  if (!isReference(value)) return value
  const object = objectOf(view, value)
  if (isReference(object)) throw new Malformed('pdf-reference-to-reference', { number: value.number })
  return object
}

/** The value of a key, its reference followed. */
export const at = (view: View, holder: PdfDictionary, key: string): PdfObject => resolve(view, entryOf(holder, key))

export function catalogOf(view: View): PdfDictionary {
  const { trailer } = view.file.revisions[view.revision] ?? {}
  if (!trailer) throw new Malformed('pdf-no-revision')
  return expectDictionary(at(view, trailer, 'Root'), 'Root')
}

/** An object that stands in the file itself: it must begin where it is said to, and not behind its revision's end. */
export function plainObject(file: PdfFile, number: number, { place, revision }: Placed): PlainObject {
  if (place.kind !== 'at') throw new Malformed('pdf-object-in-stream', { number })
  const until = file.revisions[revision]?.end ?? 0
  const known = file.read.get(place.offset)
  const object = known ?? readObject(file.bytes, place.offset, file.budget, lengthIn(file, place.offset), until)
  if (object.number !== number || object.generation !== place.generation || object.end > until)
    throw new Malformed('pdf-object-elsewhere', { number, offset: place.offset })
  file.read.set(place.offset, object)
  return object
}

/** A length is what it was when the stream was written: a later one would change what was signed, and is found as a change. */
function lengthIn(file: PdfFile, offset: number) {
  return (reference: PdfReference): number => {
    const revision = file.revisions.findIndex(({ end }) => offset < end)
    const placed = placeOf({ file, revision }, reference.number)
    if (placed?.place.kind !== 'at') throw new Malformed('pdf-length', { offset })
    const until = file.revisions[placed.revision]?.end ?? 0
    const { value, number } = readObject(file.bytes, placed.place.offset, file.budget, noLength, until)
    if (number !== reference.number) throw new Malformed('pdf-object-elsewhere', { number: reference.number })
    return countOf(value, 'Length')
  }
}

function noLength(): never {
  throw new Malformed('pdf-length-loop')
}

function packedObject(view: View, number: number, stream: number, index: number): PdfValue {
  const placed = placeOf(view, stream)
  if (placed?.place.kind !== 'at') throw new Malformed('pdf-object-stream', { stream })
  const { file } = view
  const holder = file.unpacked.get(placed.place.offset) ?? unpack(file, plainObject(file, stream, placed))
  file.unpacked.set(placed.place.offset, holder)
  if (holder.numbers[index] !== number) throw new Malformed('pdf-object-elsewhere', { number, stream })
  const known = holder.values.get(index)
  if (known !== undefined) return known
  const start = holder.offsets[index] ?? 0
  const cur = cursor(holder.data, start, file.budget)
  const value = readValue(cur)
  file.budget.bytes -= cur.at - start
  if (file.budget.bytes < 0) throw new Malformed('pdf-too-much-to-read', { stream })
  holder.values.set(index, value)
  return value
}

function unpack(file: PdfFile, { value, number }: PlainObject): Unpacked {
  if (!isStream(value) || nameOf(entryOf(value.dictionary, 'Type')) !== 'ObjStm')
    throw new Malformed('pdf-object-stream', { stream: number })
  const data = decodeStream(value, file.output)
  file.budget.bytes += 2 * data.length
  const count = countOf(entryOf(value.dictionary, 'N'), 'N')
  const first = countOf(entryOf(value.dictionary, 'First'), 'First')
  const cur = cursor(data, 0, file.budget, Math.min(first, data.length))
  const numbers: number[] = []
  const offsets: number[] = []
  for (let i = 0; i < count; i++) {
    numbers.push(readCount(cur, 'object number'))
    offsets.push(first + readCount(cur, 'offset'))
  }
  return { data, numbers, offsets, values: new Map() }
}
