import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { fingerprintDigits, fits } from './fingerprint.ts'

const sha256 = '6ed2796b1b101736d95218578 7cb36da9ce80522cc8cb7b5ce728b61be1b674c'.replace(' ', '')
const sha1 = '0123456789abcdef0123456789abcdef01234567'
const grouped = sha256.toUpperCase().replaceAll(/(..)(?!$)/g, '$1:')

it.each([
  ['as it is', sha256],
  ['with colons, in capitals', grouped],
  ['with spaces and a line break', `${sha256.slice(0, 32)} \n ${sha256.slice(32)}`],
  ['with full-width digits, colons and spaces', `６Ｅ：Ｄ２　${sha256.slice(4)}`],
  ['with hyphens', grouped.replaceAll(':', '-')],
  ['as openssl prints it', `sha256 Fingerprint=${grouped}`],
  ['with its name before it', `SHA-256: ${grouped}`],
])('a fingerprint %s is read', (_, text) => {
  expect(fingerprintDigits(text)).toBe(sha256)
})

it.each([
  ['', 'trust-fingerprint-short'],
  [sha256.slice(-31), 'trust-fingerprint-short'],
  [`${sha256}0`, 'trust-fingerprint-unreadable'],
  [sha256.replace('6', 'g'), 'trust-fingerprint-unreadable'],
  ['指紋は次のとおり', 'trust-fingerprint-unreadable'],
])('%j is refused and not mended', (text, reason) => {
  let refused: unknown
  try {
    fingerprintDigits(text)
  } catch (error) {
    refused = error
  }
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).facts.reason).toBe(reason)
})

it('the whole of either, or the end of SHA-256, fits; the beginning, the middle and parts of SHA-1 do not', () => {
  const both = { sha256, sha1 }
  expect([sha256, sha1, sha256.slice(-32), sha256.slice(-40)].map((digits) => fits(digits, both))).toEqual(
    Array(4).fill(true),
  )
  const others = [sha256.slice(0, 32), sha256.slice(8, 48), sha1.slice(-32), sha256.replace(/.$/, '0')]
  expect(others.map((digits) => fits(digits, both))).toEqual(Array(4).fill(false))
})
