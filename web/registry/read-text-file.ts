import type { IssueCode } from '#registry/contract'

export type ReadText = { readonly text: string } | { readonly issue: IssueCode }

// The limit of the reader on the server; a file this long is not sent to be refused.
const MAX_BYTES = 5_000_000

/** The text of a chosen file, or why it is none. A file in another encoding is refused, never guessed at. */
export function textOf(bytes: Uint8Array): ReadText {
  if (bytes.length > MAX_BYTES) return { issue: 'too-large' }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { issue: 'utf-16' }
  const text = decoded(bytes, 'utf-8')
  if (text !== undefined) return { text }
  return { issue: decoded(bytes, 'shift_jis') === undefined ? 'not-utf-8' : 'shift-jis' }
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
