// Where everything of a package lies. The writer and the page in the browser share this file; docs/formats/emergency-package.md tells the same to others.

export const PACKAGE_FORMAT = 'omamori-emergency-package@1'

/** One script of a browser: large enough that ten thousand documents are some hundred files, small enough to be there at once. */
export const CHUNK_BYTES = 4 * 1024 * 1024

/** 系列 — what a chunk holds; the number is the first octet of its nonce. */
export const seriesNumbers = { check: 0, about: 1, heads: 2, words: 3, data: 4 } as const
export type Series = keyof typeof seriesNumbers

/** A chunk of a series, counted from 1. */
export interface ChunkPlace {
  readonly series: Series
  readonly number: number
}

/** `data/000001`: the file without its ending, and what the chunk is bound to. */
export const nameOf = ({ series, number }: ChunkPlace): string => `${series}/${String(number).padStart(6, '0')}`

/** By its place: the key is of this package alone, so no place comes twice under it (NIST SP 800-38D, 8.2.1). */
export function nonceOf({ series, number }: ChunkPlace): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12)
  nonce[0] = seriesNumbers[series]
  new DataView(nonce.buffer).setUint32(8, number)
  return nonce
}

/** Octets of the tape that all files of a package make together: where they begin, and how many. */
export type Span = readonly [start: number, length: number]

/** The chunks of a span, and which octets of each. */
export function piecesOf([start, length]: Span): readonly { readonly number: number; from: number; to: number }[] {
  if (length === 0) return []
  const first = Math.floor(start / CHUNK_BYTES)
  const last = Math.floor((start + length - 1) / CHUNK_BYTES)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const begin = (first + index) * CHUNK_BYTES
    return {
      number: first + index + 1,
      from: Math.max(0, start - begin),
      to: Math.min(CHUNK_BYTES, start + length - begin),
    }
  })
}
