import { execFileSync } from 'node:child_process'
import { createHmac, createPrivateKey, hash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explicit, integer, octetString, oid, sequence } from '../asn1/write.ts'
import { pkcs12SafeTarget } from '../fuzz/key-targets.ts'
import { Malformed } from '../malformed.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { holds } from '../x509/signature-value.ts'
import { openSafe, readPkcs12 } from './pkcs12.ts'
import { SigningKeyError } from './signing-key-error.ts'

const folder = fileURLToPath(new URL('../testdata/test-pki/', import.meta.url))
const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe' })
const wish = { at: Date.parse('2026-11-23'), fingerprint: null }
const file = (name: string): Uint8Array => readFileSync(join(folder, 'pkcs12', name))

test.each(['doctor.p12', 'doctor-legacy.p12'])(
  '%s signs with the key of its certificate, and brings its chain',
  async (name) => {
    const key = readPkcs12(file(name), 'mihon', wish)
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
    expect(() => readPkcs12(file(name), password, wish)).toThrow(SigningKeyError)
  expect(() => readPkcs12(file(name), 'other', wish)).toThrow('wrong-password')
})

test.each([
  [['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512', '-iter', '3000']],
  [['-keypbe', 'AES-256-CBC', '-certpbe', 'NONE', '-macalg', 'sha384']],
  [['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'AES-256-CBC', '-macalg', 'sha1', '-iter', '1']],
])('what OpenSSL writes with %j is read, under a Japanese password', (options) => {
  const to = join(mkdtempSync(join(tmpdir(), 'p12-')), 'key.p12')
  const at = ['-inkey', join(folder, 'keys/doctor.pem'), '-in', join(folder, 'certificates/doctor.pem')]
  openssl('pkcs12', '-export', ...at, '-passout', 'pass:合い言葉', ...options, '-out', to)
  expect(readPkcs12(readFileSync(to), '合い言葉', wish).certificate.fingerprint).toBe(
    testCertificate('doctor').fingerprint,
  )
})

test('changed octets end in a refusal, never in a key', () => {
  const whole = file('doctor.p12')
  const property = fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
    const changed = Uint8Array.from(whole)
    changed[at] = (changed[at] ?? 0) ^ by
    try {
      expect(readPkcs12(changed, 'mihon', wish).certificate.fingerprint).toBe(testCertificate('doctor').fingerprint)
    } catch (error) {
      expect(error instanceof Malformed || error instanceof SigningKeyError).toBe(true)
    }
  })
  fc.assert(property, { numRuns: 300 })
})

/** A file with these keys of the test PKI, each with its certificate: what some issuers hand out for both uses. */
function fileWith(labels: readonly string[], salt = Buffer.from('salt'), more = 0): Uint8Array {
  const safes = labels.flatMap((label) => {
    const key = createPrivateKey(readFileSync(join(folder, `keys/${label}.pem`))).export({
      type: 'pkcs8',
      format: 'der',
    })
    const certificate = sequence(oid('1.2.840.113549.1.9.22.1'), explicit(0, octetString(testCertificate(label).raw)))
    return [
      sequence(oid('1.2.840.113549.1.12.10.1.1'), explicit(0, key)),
      sequence(oid('1.2.840.113549.1.12.10.1.3'), explicit(0, certificate)),
    ]
  })
  const data = (octets: Uint8Array) => sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octetString(octets)))
  const safe = sequence(data(sequence(...safes)))
  // Appendix B.2 for the empty password and one iteration.
  const macKey = hash(
    'sha256',
    Buffer.concat([Buffer.alloc(64, 3), Buffer.alloc(64, salt), Buffer.alloc(64)]),
    'buffer',
  )
  const value = octetString(Buffer.concat([createHmac('sha256', macKey).update(safe).digest(), Buffer.alloc(more)]))
  const mac = sequence(sequence(oid('2.16.840.1.101.3.4.2.1')), value)
  return sequence(integer(3), data(safe), sequence(mac, octetString(salt)))
}

test('of two keys in one file the signing one signs; of two signing ones the named one, and nobody guesses', () => {
  const chosen = (labels: readonly string[], by: string | null = null) =>
    readPkcs12(fileWith(labels), '', { ...wish, fingerprint: by && testCertificate(by).fingerprint }).certificate
  expect(chosen(['doctor-authentication', 'doctor'])).toEqual(testCertificate('doctor'))
  expect(() => chosen(['doctor', 'pharmacist'])).toThrow('several-certificates')
  expect(chosen(['doctor', 'pharmacist'], 'pharmacist')).toEqual(testCertificate('pharmacist'))
  expect(() => chosen(['doctor'], 'pharmacist')).toThrow('certificate-not-found')
})

test('a file that asks for more work than it is worth is refused, in one step or in several', () => {
  const to = join(mkdtempSync(join(tmpdir(), 'p12-')), 'key.p12')
  const at = ['-inkey', join(folder, 'keys/doctor.pem'), '-in', join(folder, 'certificates/doctor.pem')]
  const how = ['-keypbe', 'NONE', '-certpbe', 'NONE', '-macalg', 'sha256', '-iter', '2000001']
  openssl('pkcs12', '-export', ...at, '-passout', 'pass:mihon', ...how, '-out', to)
  expect(() => readPkcs12(readFileSync(to), 'mihon', wish)).toThrow('too-much-work')
  // Certificates and key, one iteration each.
  const [safe = Buffer.alloc(0)] = pkcs12SafeTarget.samples()
  expect(openSafe(safe, { password: 'mihon', left: 2 }).keys).toHaveLength(1)
  expect(() => openSafe(safe, { password: 'mihon', left: 1 })).toThrow('too-much-work')
})

test('a MAC or a salt of some megabytes makes no work', () => {
  const long = Buffer.alloc(1_500_000, 'salt')
  expect(() => readPkcs12(fileWith(['doctor'], Buffer.from('salt'), long.length), '', wish)).toThrow('wrong-password')
  expect(() => readPkcs12(fileWith(['doctor'], long, long.length), '', wish)).toThrow('pkcs12-salt')
})
