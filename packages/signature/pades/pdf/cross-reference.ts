import { Malformed } from '../../malformed.ts'
import { decodeStream, type Output } from './decode.ts'
import { readObject } from './read-object.ts'
import { type Budget, cursor, expectWord, isWhite, readCount, readDictionary, tryWord } from './read-value.ts'
import {
  countOf,
  entryOf,
  isArray,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './value.ts'

/** ISO 32000-1 Annex C: the largest object number a conforming reader must know. */
const mostObjects = 8_388_607

/** Where an object stands: at an octet of the file, or as the `index`th one of a stream of objects; or it was deleted. */
export type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in-stream'; readonly stream: number; readonly index: number }

/** 相互参照 — one cross-reference section, left as it stands in the file; rows are read when they are asked for. */
export interface Section {
  readonly kind: 'table' | 'stream'
  readonly start: number
  readonly end: number
  readonly trailer: PdfDictionary
  /** Ranges of object numbers, in ascending order and apart from one another. */
  readonly ranges: readonly Range[]
  placeOf(range: Range, number: number): Place
}

export interface Range {
  readonly first: number
  readonly count: number
  /** Where its rows begin in what they are read from. */
  readonly rows: number
}

export function readSection(bytes: Uint8Array, at: number, budget: Budget, output: Output): Section {
  const cur = cursor(bytes, at, budget)
  return tryWord(cur, 'xref')
    ? readTable(bytes, at, cur.at, budget)
    : readCrossReferenceStream(bytes, at, budget, output)
}

/** The place of an object as this section alone says it; null where it says nothing. */
export function placeIn(section: Section, number: number): Place | null {
  let low = 0
  let high = section.ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = section.ranges[middle]
    if (range === undefined) return null
    if (number < range.first) high = middle - 1
    else if (number >= range.first + range.count) low = middle + 1
    else return section.placeOf(range, number)
  }
  return null
}

/** §7.5.4: rows of exactly 20 octets, ten digits for the offset. */
function readTable(bytes: Uint8Array, start: number, behind: number, budget: Budget): Section {
  const cur = cursor(bytes, behind, budget)
  const ranges: Range[] = []
  while (!tryWord(cur, 'trailer')) {
    const first = readCount(cur, 'first object')
    const count = readCount(cur, 'number of objects')
    while (bytes[cur.at] === 0x20) cur.at++
    if (bytes[cur.at] === 13) cur.at++
    if (bytes[cur.at] === 10) cur.at++
    if (cur.at + count * 20 > bytes.length) throw new Malformed('pdf-cut-short', { at: cur.at })
    ranges.push({ first, count, rows: cur.at })
    cur.at += count * 20
  }
  const trailer = readDictionary(cur)
  return {
    kind: 'table',
    start,
    end: cur.at,
    trailer,
    ranges: apart(ranges),
    placeOf: (range, number) => rowOf(bytes, range, number),
  }
}

function rowOf(bytes: Uint8Array, range: Range, number: number): Place {
  const at = range.rows + (number - range.first) * 20
  const row = Buffer.from(bytes.buffer, bytes.byteOffset + at, 20).toString('latin1')
  if (!/^\d{10} \d{5} [nf](?: \r| \n|\r\n)$/.test(row)) throw new Malformed('pdf-cross-reference-row', { at })
  if (row[17] === 'f') return { kind: 'free' }
  return { kind: 'at', offset: Number(row.slice(0, 10)), generation: Number(row.slice(11, 16)) }
}

function readCrossReferenceStream(bytes: Uint8Array, at: number, budget: Budget, output: Output): Section {
  const object = readObject(bytes, at, budget, () => {
    throw new Malformed('pdf-cross-reference-length', { at })
  })
  const { value } = object
  if (!isStream(value) || nameOf(entryOf(value.dictionary, 'Type')) !== 'XRef')
    throw new Malformed('pdf-no-cross-reference', { at })
  const rows = decodeStream(value, output)
  const widths = numbersOf(entryOf(value.dictionary, 'W'), 'W')
  const width = widths.reduce((sum, one) => sum + one, 0)
  if (widths.length !== 3 || width === 0 || widths.some((one) => one > 8))
    throw new Malformed('pdf-cross-reference-widths', { at })
  const ranges = rangesOf(value, width)
  const last = ranges.at(-1)
  if (last && last.rows + last.count * width > rows.length) throw new Malformed('pdf-cut-short', { at })
  return {
    kind: 'stream',
    start: at,
    end: object.end,
    trailer: value.dictionary,
    ranges: apart(ranges),
    placeOf: (range, number) => fieldsOf(rows, range.rows + (number - range.first) * width, widths),
  }
}

function rangesOf({ dictionary }: PdfStream, width: number): readonly Range[] {
  const size = countOf(entryOf(dictionary, 'Size'), 'Size')
  const index = dictionary.entries.has('Index') ? numbersOf(entryOf(dictionary, 'Index'), 'Index') : [0, size]
  if (index.length % 2) throw new Malformed('pdf-cross-reference-index')
  const ranges: Range[] = []
  let rows = 0
  for (let i = 0; i < index.length; i += 2) {
    const [first = 0, count = 0] = [index[i], index[i + 1]]
    ranges.push({ first, count, rows })
    rows += count * width
  }
  return ranges
}

const numbersOf = (value: PdfValue, what: string): readonly number[] =>
  isArray(value) ? value.items.map((item) => countOf(item, what)) : []

/** §7.5.8.3, table 18. A kind that is not known means an object that is not there. */
function fieldsOf(rows: Uint8Array, at: number, widths: readonly number[]): Place {
  const [first = 0, second = 0, third = 0] = widths
  const kind = first === 0 ? 1 : bigEndian(rows, at, first)
  const one = bigEndian(rows, at + first, second)
  const two = bigEndian(rows, at + first + second, third)
  if (kind === 1) return { kind: 'at', offset: one, generation: two }
  return kind === 2 ? { kind: 'in-stream', stream: one, index: two } : { kind: 'free' }
}

function bigEndian(rows: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (rows[at + i] ?? 0)
  return value
}

/** An object that one section lists twice is refused: readers differ about which one counts. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const ordered = ranges.filter((range) => range.count > 0).sort((a, b) => a.first - b.first)
  let next = 0
  for (const { first, count } of ordered) {
    if (first < next) throw new Malformed('pdf-object-listed-twice', { number: first })
    next = first + count
    if (next > mostObjects + 1) throw new Malformed('pdf-too-many-objects', { limit: mostObjects })
  }
  return ordered
}

/** `startxref`, an offset, `%%EOF`: what ends a revision. Returns the offset and where `%%EOF` ends. */
export function readEnding(
  bytes: Uint8Array,
  at: number,
  budget: Budget,
): { readonly points: number; readonly end: number } {
  const cur = cursor(bytes, at, budget)
  expectWord(cur, 'startxref')
  const points = readCount(cur, 'startxref')
  while (bytes[cur.at] === 0x20) cur.at++
  if (bytes[cur.at] === 13) cur.at++
  if (bytes[cur.at] === 10) cur.at++
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset + cur.at, Math.min(5, bytes.length - cur.at)).toString(
    'latin1',
  )
  if (mark !== '%%EOF') throw new Malformed('pdf-no-end-mark', { at: cur.at })
  return { points, end: cur.at + 5 }
}

/** Only white space may follow: what a repairing reader would make of anything else is not ours to guess. */
export function expectNothingAfter(bytes: Uint8Array, at: number): void {
  for (let rest = at; rest < bytes.length; rest++)
    if (!isWhite(bytes[rest])) throw new Malformed('pdf-bytes-after-the-end', { at: rest })
}
