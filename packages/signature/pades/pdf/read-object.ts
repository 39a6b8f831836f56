import { Malformed } from '../../malformed.ts'
import { type Budget, type Cursor, cursor, expectWord, readCount, readValue, tryWord } from './read-value.ts'
import {
  countOf,
  entryOf,
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from './value.ts'

/** An object as it stands in the file: `12 0 obj … endobj`. */
export interface PlainObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfObject
  readonly start: number
  /** Just after `endobj`. */
  readonly end: number
}

/** What a length elsewhere in the file is, for streams that do not say it themselves. */
export type LengthOf = (reference: PdfReference) => number

/** The object that begins at `at`. A stream must be exactly as long as it says: nothing is searched for. */
export function readObject(
  bytes: Uint8Array,
  at: number,
  budget: Budget,
  lengthOf: LengthOf,
  until = bytes.length,
): PlainObject {
  const cur = cursor(bytes, at, budget, until)
  const number = readCount(cur, 'object number')
  const generation = readCount(cur, 'generation')
  expectWord(cur, 'obj')
  const direct = readValue(cur)
  const value = isDictionary(direct) && tryWord(cur, 'stream') ? readStream(cur, direct, lengthOf) : direct
  expectWord(cur, 'endobj')
  budget.bytes -= cur.at - at - (typeof value === 'object' && value?.kind === 'stream' ? value.data.length : 0)
  if (budget.bytes < 0) throw new Malformed('pdf-too-much-to-read', { at })
  return { number, generation, value, start: at, end: cur.at }
}

/** §7.3.8.1: `stream` ends in CR LF or LF, never in CR alone. */
function readStream(cur: Cursor, dictionary: PdfDictionary, lengthOf: LengthOf): PdfObject {
  if (cur.bytes[cur.at] === 13) cur.at++
  if (cur.bytes[cur.at] !== 10) throw new Malformed('pdf-stream-start', { at: cur.at })
  const start = cur.at + 1
  const said = entryOf(dictionary, 'Length')
  const end = start + (isReference(said) ? lengthOf(said) : countOf(said, 'Length'))
  if (end > cur.end) throw new Malformed('pdf-cut-short', { at: start })
  cur.at = end
  expectWord(cur, 'endstream')
  return { kind: 'stream', dictionary, data: cur.bytes.subarray(start, end) }
}
