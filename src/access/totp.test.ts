import { describe, expect, test } from 'vitest'
import { proposeTotp, totpStep } from './totp.ts'

// RFC 6238, appendix B: the ASCII secret 12345678901234567890, cut to six figures.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000).toISOString()

describe('vectors of RFC 6238', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d the code is %s', (seconds, code) => {
    expect(totpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30))
  })
})

test('a code of the step before or after is good, and counts as that step', () => {
  expect(totpStep(secret, '287082', at(59 + 30))).toBe(1)
  expect(totpStep(secret, '287082', at(59 - 30))).toBe(1)
  expect(totpStep(secret, '287082', at(59 + 61))).toBeUndefined()
})

test('a code typed in full width or with a space is read', () => {
  expect(totpStep(secret, '２８７ ０８２', at(59))).toBe(1)
})

test.each(['', '28708', '2870822', 'abcdef', '000000'])('%j is no code', (typed) => {
  expect(totpStep(secret, typed, at(59))).toBeUndefined()
})

test('a proposal carries 160 bits and an address that apps read', () => {
  const { secret, uri } = proposeTotp((size) => new Uint8Array(size).fill(7), 'みほん診療所', 'mihon.taro')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const address = new URL(uri)
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('mihon.taro')
  expect(address.searchParams.get('secret')).toBe(secret)
  expect(address.searchParams.get('issuer')).toBe('お守り みほん診療所')
})
