import { inflateSync } from 'node:zlib'
import { Malformed } from '../../malformed.ts'
import {
  countOf,
  entryOf,
  expectDictionary,
  isArray,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './value.ts'

/** §7.4.4.4: more columns than any picture has; a row is held in memory twice. */
const widestRow = 1 << 20

/** What decoding may still give out, for one file: see `limitsOf`. */
export interface Output {
  left: number
}

/**
 * The content of a stream that the structure of the file hangs on: as it is, or FlateDecode with a predictor. Any other
 * filter is refused here; pictures and pages are never decoded.
 */
export function decodeStream(stream: PdfStream, output: Output): Uint8Array {
  const filter = only(entryOf(stream.dictionary, 'Filter'))
  if (filter === null) return stream.data
  if (nameOf(filter) !== 'FlateDecode') throw new Malformed('pdf-filter', { filter: nameOf(filter) ?? '' })
  const plain = inflate(stream.data, output)
  const parameters = only(entryOf(stream.dictionary, 'DecodeParms'))
  return parameters === null ? plain : undoPredictor(plain, expectDictionary(parameters, 'DecodeParms'))
}

/** One filter may stand in an array of one. */
function only(value: PdfValue): PdfValue {
  if (!isArray(value)) return value
  if (value.items.length > 1) throw new Malformed('pdf-filter', { count: value.items.length })
  return value.items[0] ?? null
}

function inflate(data: Uint8Array, output: Output): Uint8Array {
  if (output.left <= 0) throw new Malformed('pdf-too-much-decoded', { left: output.left })
  try {
    const plain = inflateSync(data, { maxOutputLength: output.left })
    output.left -= plain.length
    return plain
  } catch (error) {
    const tooBig = error instanceof RangeError
    throw new Malformed(tooBig ? 'pdf-too-much-decoded' : 'pdf-flate', { length: data.length })
  }
}

function undoPredictor(plain: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const number = (key: string, otherwise: number) => countOf(entryOf(parameters, key) ?? otherwise, key)
  const predictor = number('Predictor', 1)
  if (predictor === 1) return plain
  const bits = number('Colors', 1) * number('BitsPerComponent', 8)
  const columns = number('Columns', 1)
  if (predictor < 10 || predictor > 15 || bits !== 8 || columns < 1 || columns > widestRow)
    throw new Malformed('pdf-predictor', { predictor, bits, columns })
  return undoPng(plain, columns)
}

/** PNG filters of one octet per sample: each row says in its first octet which one it was written with. */
function undoPng(plain: Uint8Array, columns: number): Uint8Array {
  const rows = plain.length / (columns + 1)
  if (!Number.isInteger(rows)) throw new Malformed('pdf-predictor', { columns, length: plain.length })
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = plain[row * (columns + 1)] ?? 0
    if (kind > 4) throw new Malformed('pdf-predictor', { kind })
    for (let i = 0; i < columns; i++) {
      const to = row * columns + i
      const left = i > 0 ? (out[to - 1] ?? 0) : 0
      const up = row > 0 ? (out[to - columns] ?? 0) : 0
      const corner = i > 0 && row > 0 ? (out[to - columns - 1] ?? 0) : 0
      out[to] = (plain[row * (columns + 1) + 1 + i] ?? 0) + guess(kind, left, up, corner)
    }
  }
  return out
}

function guess(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return paeth(left, up, corner)
  }
  return 0
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
