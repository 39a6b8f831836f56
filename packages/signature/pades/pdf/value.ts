import { Malformed } from '../../malformed.ts'

/** PDFオブジェクト — what ISO 32000-2 §7.3 knows. A key whose value is null is the same as no key. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfArray | PdfDictionary | PdfReference

export interface PdfName {
  readonly kind: 'name'
  readonly name: string
}

export interface PdfString {
  readonly kind: 'string'
  readonly octets: Uint8Array
  /** Where it stands in what was read, from its first bracket to after its last one. */
  readonly start: number
  readonly end: number
  readonly hex: boolean
}

export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}

export interface PdfReference {
  readonly kind: 'reference'
  readonly number: number
  readonly generation: number
}

/** A stream is always an object of its own. `data` is a slice of the file, filters not undone. */
export interface PdfStream {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  readonly data: Uint8Array
}

export type PdfObject = PdfValue | PdfStream

export const name = (text: string): PdfName => ({ kind: 'name', name: text })
export const array = (...items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items })
export const reference = (number: number, generation = 0): PdfReference => ({ kind: 'reference', number, generation })
export const dictionary = (entries: Readonly<Record<string, PdfValue>>): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map(Object.entries(entries)),
})
export const octetString = (octets: Uint8Array, hex = false): PdfString => ({
  kind: 'string',
  octets,
  start: 0,
  end: 0,
  hex,
})

/** A dictionary with some keys set anew; null takes a key away. */
export function withKeys(old: PdfDictionary, keys: Readonly<Record<string, PdfValue>>): PdfDictionary {
  const entries = new Map(old.entries)
  for (const [key, value] of Object.entries(keys)) {
    if (value === null) entries.delete(key)
    else entries.set(key, value)
  }
  return { kind: 'dictionary', entries }
}

export type Kind = 'null' | 'boolean' | 'number' | 'name' | 'string' | 'array' | 'dictionary' | 'reference' | 'stream'

export function kindOf(value: PdfObject): Kind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'number' ? 'number' : value.kind
}

export const isDictionary = (value: PdfObject): value is PdfDictionary => kindOf(value) === 'dictionary'
export const isArray = (value: PdfObject): value is PdfArray => kindOf(value) === 'array'
export const isReference = (value: PdfObject): value is PdfReference => kindOf(value) === 'reference'
export const isStream = (value: PdfObject): value is PdfStream => kindOf(value) === 'stream'
export const isString = (value: PdfObject): value is PdfString => kindOf(value) === 'string'
export const isName = (value: PdfObject): value is PdfName => kindOf(value) === 'name'

/** The value of a key, null where there is none. */
export const entryOf = (holder: PdfDictionary, key: string): PdfValue => holder.entries.get(key) ?? null

export const nameOf = (value: PdfObject): string | null => (isName(value) ? value.name : null)

export const sameReference = (one: PdfObject, other: PdfObject): boolean =>
  isReference(one) && isReference(other) && one.number === other.number && one.generation === other.generation

/** A whole number that counts something; anything else is refused under the name of what it should have counted. */
export function countOf(value: PdfObject, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new Malformed('pdf-not-a-count', { what })
  return value
}

export function expectDictionary(value: PdfObject, what: string): PdfDictionary {
  if (isDictionary(value)) return value
  throw new Malformed('pdf-not-a-dictionary', { what })
}

/** A text string (§7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, else what most write as Latin-1. */
export function textOf(value: PdfObject): string | null {
  if (!isString(value)) return null
  const octets = Buffer.from(value.octets)
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder('utf-16be').decode(octets.subarray(2))
  if (octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf) return octets.subarray(3).toString('utf8')
  return octets.toString('latin1')
}

/** A text string for a dictionary: as it is where ASCII does, else UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[ -~]*$/.test(text)) return octetString(Buffer.from(text, 'latin1'))
  return octetString(Buffer.concat([Uint8Array.of(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]), true)
}
