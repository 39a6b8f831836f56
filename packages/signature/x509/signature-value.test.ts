import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { holds } from './signature-value.ts'

test('a key that is for one digest alone makes no signature over another, and no fault', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    hashAlgorithm: 'sha512',
    mgf1HashAlgorithm: 'sha512',
  })
  const octets = Buffer.from('処方箋の見本')
  const value = sign('sha512', octets, { key: privateKey, saltLength: 64 })
  const key = publicKey.export({ type: 'spki', format: 'der' })
  expect(holds({ algorithm: 'RSA-PSS', digest: 'SHA-512', saltLength: 64 }, key, octets, value)).toBe(true)
  expect(holds({ algorithm: 'RSA-PSS', digest: 'SHA-256', saltLength: 32 }, key, octets, value)).toBe(false)
})
