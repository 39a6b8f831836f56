import { constants, createPrivateKey, createSign, privateEncrypt, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testCertificate } from '../testing/test-pki.ts'
import { digest } from '../x509/signature-value.ts'
import { outsideAlgorithmOf, provenSignature } from './proven-signature.ts'
import { digestInfo, ecdsaInDer } from './raw-signature.ts'

const key = (label: string) =>
  createPrivateKey(readFileSync(new URL(`../testdata/test-pki/keys/${label}.pem`, import.meta.url)))
const octets = Buffer.from('見本')

test.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)(
  'raw RSA over our DigestInfo of %s is what OpenSSL signs',
  (name) => {
    const raw = privateEncrypt(
      { key: key('doctor'), padding: constants.RSA_PKCS1_PADDING },
      digestInfo(name, digest(name, octets)),
    )
    expect(raw).toEqual(createSign(name).update(octets).sign(key('doctor')))
  },
)

test('two numbers side by side become DER, with leading zeros taken off and a sign kept away', () => {
  const [der] = ecdsaInDer(Buffer.from('00ff0001', 'hex'))
  expect(Buffer.from(der ?? []).toString('hex')).toBe('3007020200ff020101')
  for (const length of [0, 63, 134]) expect(ecdsaInDer(Buffer.alloc(length))).toEqual([])
})

test('an ECDSA value is given out in DER, whichever of the two forms came', () => {
  const certificate = testCertificate('doctor-p256')
  const signed = (dsaEncoding: 'der' | 'ieee-p1363') => sign('sha256', octets, { key: key('doctor-p256'), dsaEncoding })
  const der = signed('der')
  expect(provenSignature(certificate, 'SHA-256', octets, der)).toBe(der)
  expect(provenSignature(certificate, 'SHA-256', octets, signed('ieee-p1363'))[0]).toBe(0x30)
})

test('a value over other octets, by another key or of no form at all is never given out', () => {
  const refused = (label: string, value: Uint8Array) =>
    expect(() => provenSignature(testCertificate(label), 'SHA-256', octets, value)).toThrow('signature-does-not-hold')
  refused('doctor', sign('sha256', Buffer.from('別の見本'), key('doctor')))
  refused('doctor', sign('sha384', octets, key('doctor')))
  refused('doctor', sign('sha256', octets, key('dentist')))
  for (const label of ['doctor', 'doctor-p256'])
    for (const length of [0, 1, 63, 64, 256, 5_000]) refused(label, Buffer.alloc(length, 1))
})

test('a key of a kind that cards do not have is told as one', () => {
  expect(outsideAlgorithmOf(testCertificate('doctor'))).toBe('RSA-PKCS1')
  expect(outsideAlgorithmOf(testCertificate('doctor-p256'))).toBe('ECDSA')
  expect(() => outsideAlgorithmOf({ ...testCertificate('doctor'), publicKey: Buffer.alloc(10) })).toThrow(
    'unsupported-mechanism',
  )
})
