import { expect, test } from 'vitest'
import { testCertificate } from '../testing/test-pki.ts'
import { chooseCertificate } from './choose-certificate.ts'

const at = Date.parse('2026-11-23T00:00:00Z')
const chosen = (labels: readonly string[], by: string | null = null, moment = at) =>
  chooseCertificate(labels.map(testCertificate), {
    at: moment,
    fingerprint: by === null ? null : testCertificate(by).fingerprint,
  }).fingerprint

test('of a card with two certificates of one person, the one for signing is chosen, in whatever order they stand', () => {
  const { fingerprint } = testCertificate('doctor')
  expect(chosen(['doctor-authentication', 'doctor', 'signing-ca', 'root'])).toBe(fingerprint)
  expect(chosen(['root', 'doctor', 'doctor', 'doctor-authentication'])).toBe(fingerprint)
})

test('an HPKI certificate goes before one that is for signing too, and a fingerprint before both', () => {
  expect(chosen(['other-doctor', 'doctor'])).toBe(testCertificate('doctor').fingerprint)
  expect(chosen(['other-doctor', 'doctor'], 'other-doctor')).toBe(testCertificate('other-doctor').fingerprint)
})

test('an authentication certificate never signs, not even by its fingerprint', () => {
  for (const by of [null, 'doctor-authentication'])
    expect(() => chosen(['doctor-authentication', 'signing-ca'], by)).toThrow('no-signing-certificate')
})

test('two that serve equally are named, and nobody guesses', () => {
  expect(() => chosen(['doctor', 'pharmacist'])).toThrow('several-certificates')
  expect(chosen(['doctor', 'pharmacist'], 'pharmacist')).toBe(testCertificate('pharmacist').fingerprint)
})

test('one that is over or not there is told as that', () => {
  expect(() => chosen(['doctor-expired'])).toThrow('certificate-not-valid-now')
  expect(() => chosen(['doctor'], null, Date.parse('2024-03-31T14:59:59Z'))).toThrow('certificate-not-valid-now')
  expect(() => chosen([])).toThrow('no-certificate')
  expect(() => chosen(['doctor'], 'dentist')).toThrow('certificate-not-found')
})
