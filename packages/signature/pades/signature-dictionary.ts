import { Malformed } from '../malformed.ts'
import { type Field, fieldsOf, fieldValue } from './fields.ts'
import { at, placeOf, plainObject, resolve, type View } from './pdf/objects.ts'
import type { PdfFile } from './pdf/open.ts'
import {
  entryOf,
  isArray,
  isDictionary,
  isReference,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfString,
  sameReference,
  textOf,
} from './pdf/value.ts'

/** Each is compared with the newest state of the whole file. */
const mostSignatures = 100

/** 署名辞書 — a signature as the file carries it: where it stands, and what it says it covers. */
export interface SignatureDictionary {
  readonly field: Field
  readonly dictionary: PdfDictionary
  readonly subFilter: string
  /** Null where /Contents is not a string of the file itself. */
  readonly contents: PdfString | null
  /** As transmitted, and only if it is an array of whole numbers. */
  readonly byteRange: readonly number[] | null
  /** The revision in which it stands: what was signed is the file as that one left it. */
  readonly revision: number
}

/**
 * Every signature that some state of the file shows in a field, in the order in which they were made. One that a later
 * revision took away is still among them: it was made, and what was done to it is a change that is found.
 */
export function signaturesOf(file: PdfFile): readonly SignatureDictionary[] {
  const found = new Map<string, SignatureDictionary>()
  for (let revision = file.revisions.length - 1; revision >= 0; revision--) {
    for (const signature of shownIn({ file, revision })) {
      const { field } = signature
      const key = `${field.reference.number} ${signature.contents?.start ?? 'none'}`
      if (!found.has(key)) found.set(key, signature)
    }
    if (found.size > mostSignatures) throw new Malformed('pdf-too-many-signatures', { limit: mostSignatures })
  }
  return [...found.values()].sort((a, b) => a.revision - b.revision)
}

function shownIn(view: View): readonly SignatureDictionary[] {
  const signed = fieldsOf(view).filter((field) => field.type === 'Sig')
  return signed.filter((field) => isDictionary(resolve(view, fieldValue(field)))).map((field) => read(view, field))
}

function read(view: View, field: Field): SignatureDictionary {
  const { dictionary, start, end } = located(view, field)
  const contents = entryOf(dictionary, 'Contents')
  const own = isString(contents) && start >= 0 && contents.start > start && contents.end < end ? contents : null
  const range = at(view, dictionary, 'ByteRange')
  const numbers = isArray(range)
    ? range.items.filter((item) => typeof item === 'number' && Number.isSafeInteger(item))
    : []
  return {
    field,
    dictionary,
    subFilter: nameOf(at(view, dictionary, 'SubFilter')) ?? '',
    contents: own,
    byteRange: isArray(range) && numbers.length === range.items.length ? (numbers as readonly number[]) : null,
    revision: start < 0 ? view.revision : view.file.revisions.findIndex((revision) => start < revision.end),
  }
}

/** The dictionary and where its object stands in the file; -1 for one inside a stream, in which nothing can be signed. */
function located(view: View, field: Field) {
  const value = fieldValue(field)
  const holder = isReference(value) ? value : field.reference
  const dictionary = resolve(view, value)
  const placed = placeOf(view, holder.number)
  if (!isDictionary(dictionary)) throw new TypeError('only fields that hold a dictionary are read')
  if (placed?.place.kind !== 'at') return { dictionary, start: -1, end: -1 }
  const { start, end } = plainObject(view.file, holder.number, placed)
  return { dictionary, start, end }
}

/** Whether the field already held this very signature in the state of the file that was signed. */
export function wasThere(file: PdfFile, { field, dictionary, revision }: SignatureDictionary): boolean {
  const view = { file, revision }
  const then = fieldsOf(view).find(({ reference }) => sameReference(reference, field.reference))
  return then !== undefined && then.name === field.name && resolve(view, fieldValue(then)) === dictionary
}

/** What the dictionary says of signer and reason: never trusted. */
export function claimsOf(view: View, { dictionary }: SignatureDictionary): Readonly<Record<string, string>> {
  const texts = ['Name', 'Reason', 'Location', 'ContactInfo'].map(
    (key) => [key, textOf(at(view, dictionary, key))] as const,
  )
  return Object.fromEntries(texts.flatMap(([key, text]) => (text === null ? [] : [[key, text.slice(0, 1000)]])))
}
