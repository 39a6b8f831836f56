/** Randomness is handed in, so that a test can hold it still. The real one is `crypto.randomBytes`. */
export type RandomBytes = (size: number) => Uint8Array

// Crockford's base 32: no I, L, O or U, so that a code read aloud or from paper has one reading.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many characters of five bits each. */
export function randomText(randomBytes: RandomBytes, length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('')
}

/** A fresh id: 130 bits, so that it can be neither guessed nor met twice. */
export function newId(randomBytes: RandomBytes): string {
  return randomText(randomBytes, 26).toLowerCase()
}

/** What a person typed for a code, forgiven its width, case, hyphens, spaces and the letters that look like figures. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−.]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

/** The code in groups of four, as it is printed. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
