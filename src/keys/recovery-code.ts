import { Refusal } from '#shared'
import type { RandomBytes } from './seal.ts'

// Crockford's alphabet: no I, L, O or U, so that paper and pen cannot confuse them. https://www.crockford.com/base32.html
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const GROUPS = 8
const DATA_CHARACTERS = 4
const BITS_PER_CHARACTER = 5
/** 8 groups of 4 characters of 5 bits: 160 bits. */
export const RECOVERY_BYTES = (GROUPS * DATA_CHARACTERS * BITS_PER_CHARACTER) / 8

/**
 * 復旧コード — the secret of the recovery sheet, as it is printed: eight groups of five characters. The fifth checks
 * the four before it and the place of the group, so that the screen can say which group was mistyped.
 */
export function newRecoveryCode(randomBytes: RandomBytes): string {
  return writeRecoveryCode(randomBytes(RECOVERY_BYTES))
}

export function writeRecoveryCode(secret: Uint8Array): string {
  const values = fiveBitValues(secret)
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = values.slice(group * DATA_CHARACTERS, (group + 1) * DATA_CHARACTERS)
    return [...data, checkValue(data, group)].map((value) => alphabet.charAt(value)).join('')
  }).join('-')
}

/** The secret of a code as somebody typed it: in any case, full or half width, with or without hyphens. */
export function readRecoveryCode(text: string): Uint8Array {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s‐‑–ー−-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const values = [...plain].map((character) => alphabet.indexOf(character))
  const size = DATA_CHARACTERS + 1
  if (values.length !== GROUPS * size) {
    throw new Refusal('malformed', { what: 'recovery-code', expected: GROUPS * size, got: values.length })
  }
  const data = Array.from({ length: GROUPS }, (_, group) => {
    const [check, ...reversed] = values.slice(group * size, (group + 1) * size).reverse()
    const given = reversed.reverse()
    const isRight = !given.includes(-1) && checkValue(given, group) === check
    if (!isRight) throw new Refusal('malformed', { what: 'recovery-code', group: group + 1 })
    return given
  })
  return bytesOf(data.flat())
}

/** A sum over GF(32): finds every single wrong character, every swap of two and every group in the wrong place. */
function checkValue(data: readonly number[], group: number): number {
  return data.reduce((sum, value) => times(sum, 2) ^ value, group)
}

/** Multiplies in GF(32) with x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 4; bit >= 0; bit -= 1) {
    product <<= 1
    if (product & 0b100000) product ^= 0b100101
    if ((b >> bit) & 1) product ^= a
  }
  return product
}

function fiveBitValues(bytes: Uint8Array): readonly number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
}

function bytesOf(values: readonly number[]): Uint8Array {
  const bits = values.map((value) => value.toString(2).padStart(BITS_PER_CHARACTER, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}
