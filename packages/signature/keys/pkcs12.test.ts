import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Malformed } from '../malformed.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { holds } from '../x509/signature-value.ts'
import { readPkcs12 } from './pkcs12.ts'
import { SigningKeyError } from './signing-key-error.ts'

const folder = fileURLToPath(new URL('../testdata/test-pki/', import.meta.url))
const file = (name: string): Uint8Array => readFileSync(join(folder, 'pkcs12', name))

test.each(['doctor.p12', 'doctor-legacy.p12'])(
  '%s signs with the key of its certificate, and brings its chain',
  async (name) => {
    const key = readPkcs12(file(name), 'mihon')
    expect(key.certificate.fingerprint).toBe(testCertificate('doctor').fingerprint)
    expect(key.chain.map(({ fingerprint }) => fingerprint)).toEqual([testCertificate('signing-ca').fingerprint])
    const octets = Buffer.from('見本')
    expect(
      holds({ algorithm: 'RSA-PKCS1', digest: 'SHA-256' }, key.certificate.publicKey, octets, await key.sign(octets)),
    ).toBe(true)
  },
)

test.each(['doctor.p12', 'doctor-legacy.p12'])('a wrong password for %s is told as one', (name) => {
  for (const password of ['', 'Mihon', 'mihon ', '見本'])
    expect(() => readPkcs12(file(name), password)).toThrow(SigningKeyError)
  expect(() => readPkcs12(file(name), 'other')).toThrow('wrong-password')
})

test.each([
  [['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512', '-iter', '3000']],
  [['-keypbe', 'AES-256-CBC', '-certpbe', 'NONE', '-macalg', 'sha384']],
  [['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'AES-256-CBC', '-macalg', 'sha1', '-iter', '1']],
])('what OpenSSL writes with %j is read, under a Japanese password', (options) => {
  const to = join(mkdtempSync(join(tmpdir(), 'p12-')), 'key.p12')
  const at = ['-inkey', join(folder, 'keys/doctor.pem'), '-in', join(folder, 'certificates/doctor.pem')]
  execFileSync('openssl', ['pkcs12', '-export', ...at, '-passout', 'pass:合い言葉', ...options, '-out', to], {
    stdio: 'pipe',
  })
  expect(readPkcs12(readFileSync(to), '合い言葉').certificate.fingerprint).toBe(testCertificate('doctor').fingerprint)
})

test('changed octets end in a refusal, never in a key', () => {
  const whole = file('doctor.p12')
  const property = fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
    const changed = Uint8Array.from(whole)
    changed[at] = (changed[at] ?? 0) ^ by
    try {
      expect(readPkcs12(changed, 'mihon').certificate.fingerprint).toBe(testCertificate('doctor').fingerprint)
    } catch (error) {
      expect(error instanceof Malformed || error instanceof SigningKeyError).toBe(true)
    }
  })
  fc.assert(property, { numRuns: 300 })
})
