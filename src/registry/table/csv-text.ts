import type { Issue } from '../issue.ts'

export type CsvText = { readonly text: string } | { readonly issue: Issue }

/**
 * The text of a CSV: UTF-8, or Shift_JIS as Excel saves it in Japan (CP932, with its own letters such as ㈱ and 髙). What
 * is UTF-8 is never taken for the other. Bytes that are no letters are named by their row, and nothing is guessed.
 */
export function csvText(bytes: Uint8Array): CsvText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { issue: { path: '', code: 'utf-16' } }
  }
  // A spreadsheet holds no such byte: what has one is a program, a picture, or UTF-16 without its mark.
  if (bytes.includes(0)) return { issue: { path: '', code: 'not-utf-8' } }
  const text = decoded('utf-8', bytes) ?? decoded('shift_jis', bytes)
  if (text !== undefined) return { text }
  return { issue: { path: '', code: 'bad-letters', cell: { row: firstBadRow(bytes) } } }
}

/** The line up to which the better of the two ways of writing can be read. */
function firstBadRow(bytes: Uint8Array): number {
  const lines = linesOf(bytes)
  const badRow = (encoding: string) => lines.findIndex((line) => decoded(encoding, line) === undefined) + 1
  return Math.max(badRow('utf-8'), badRow('shift_jis'))
}

/** No letter of either way of writing has the byte of a line break within it. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
