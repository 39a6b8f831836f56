import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { algorithmUses, believableUntil, maySign, rowFor } from './judge-algorithm.ts'
import { algorithmPolicy, policyNames, readPolicy } from './read-policy.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const rsa = (bits: number) => ({ algorithm: 'RSA-PKCS1', bits, place: 'signature' })

test.each(policyNames)('%s says of every row where it comes from and how sure we are', (name) => {
  const policy = algorithmPolicy(name)
  expect(policy.name).toBe(name)
  for (const row of policy.rows) {
    expect(row.source).not.toBe('')
    expect(['observed', 'read', 'recalled']).toContain(row.mark)
  }
})

test.each([
  ['jp-medical', 'MD5', undefined, Number.NEGATIVE_INFINITY],
  ['jp-medical', 'SHA-1', undefined, day('2012-08-01')],
  ['jp-medical', 'RSA-PKCS1', 1024, Number.NEGATIVE_INFINITY],
  ['jp-medical', 'RSA-PKCS1', 2048, Number.POSITIVE_INFINITY],
  ['etsi-119312', 'RSA-PKCS1', 2048, day('2029-01-01')],
  ['etsi-119312', 'RSA-PKCS1', 4096, day('2029-01-01')],
  ['etsi-119312', 'RSA-PSS', 3072, Number.POSITIVE_INFINITY],
  ['jp-medical', 'ECDSA', 224, Number.NEGATIVE_INFINITY],
  ['jp-medical', 'ECDSA', 256, Number.POSITIVE_INFINITY],
  ['jp-medical', 'an algorithm of tomorrow', 256, Number.NEGATIVE_INFINITY],
] as const)('%s believes %s (%s bits) until %s', (name, algorithm, bits, until) => {
  const use = { algorithm, place: 'signature', ...(bits === undefined ? {} : { bits }) }
  expect(believableUntil(algorithmPolicy(name), [use]).until).toBe(until)
})

test('the algorithm that ends first decides, and is named', () => {
  const uses = [rsa(2048), { algorithm: 'SHA-1', place: 'signed-digest' }]
  expect(believableUntil(algorithmPolicy(), uses).weakest).toEqual({ algorithm: 'SHA-1', place: 'signed-digest' })
})

test('SHA-1 is never used for a new signature, and the key of HPKI only while the table lets it', () => {
  expect(maySign(algorithmPolicy(), [{ algorithm: 'SHA-1', place: 'signature' }], day('2026-01-01'))).toBe(false)
  expect(maySign(algorithmPolicy(), [rsa(2048)], day('2026-01-01'))).toBe(true)
  expect(maySign(algorithmPolicy(), [rsa(2048)], day('2031-01-01'))).toBe(false)
})

test("a key's size is read from the key", () => {
  const { publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  expect(algorithmUses({ algorithm: 'RSA-PKCS1', digest: null }, publicKey, 'SHA-256', 'signature')).toEqual([
    { algorithm: 'RSA-PKCS1', bits: 2048, place: 'signature' },
    { algorithm: 'SHA-256', place: 'signature' },
  ])
  expect(rowFor(algorithmPolicy(), rsa(2048))?.leastBits).toBe(2048)
})

test('a day that is none is refused when the table is read', () => {
  const row = {
    algorithm: 'X',
    leastBits: null,
    signUntil: null,
    verifyUntil: '2026-13-01',
    source: 's',
    mark: 'read',
  } as const
  expect(() => readPolicy({ name: 'n', date: '2026-01-01', rows: [row] })).toThrow('not a day')
})
