/** What a proof may be: what every office can open in ten years, and what we never have to run. */
export type ProofType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'application/zip' | 'text/plain'

const beginnings: readonly (readonly [ProofType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // Papers of Word and Excel are archives; we hand them back as such and open none.
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
]

// Enough to tell text from a program; reading all of twenty megabytes twice would gain nothing.
const LOOKED_AT = 65_536

/**
 * What a file is by its contents: its name and what the browser said count for nothing. Undefined for programs, pages and
 * whatever else is no proof.
 */
export function proofTypeOf(content: Uint8Array): ProofType | undefined {
  const known = beginnings.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte))
  return known?.[0] ?? (isPlainText(content.subarray(0, LOOKED_AT)) ? 'text/plain' : undefined)
}

/** Text in UTF-8 or Shift_JIS without control characters, and no page that a browser would run. */
function isPlainText(content: Uint8Array): boolean {
  if (content.length === 0 || content.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d))
    return false
  if (content.includes(0x7f)) return false
  return (
    !/^\ufeff?\s*</.test(new TextDecoder('utf-8').decode(content)) &&
    ['utf-8', 'shift_jis'].some((way) => isIn(way, content))
  )
}

function isIn(encoding: string, content: Uint8Array): boolean {
  try {
    // A letter may be cut where we stopped looking.
    new TextDecoder(encoding, { fatal: true }).decode(content, { stream: true })
    return true
  } catch {
    return false
  }
}
