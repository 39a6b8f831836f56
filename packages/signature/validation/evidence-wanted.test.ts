import { expect, test } from 'vitest'
import { signCades } from '../cades/sign.ts'
import { openCades } from '../cades/verify.ts'
import { contextAt } from '../testing/context.ts'
import { publishedPki } from '../testing/published-pki.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testList } from '../testing/test-pki.ts'
import { type EvidenceWish, evidenceWanted } from './evidence-wanted.ts'
import { validateSignature } from './validate.ts'

const now = '2026-11-20T00:00:00Z'
const { issuer, doctor } = publishedPki(
  { issuers: ['http://pki.example/root.cer'], list: 'http://pki.example/sarl.crl' },
  {
    issuers: ['http://pki.example/ca.cer', 'ldap://pki.example/ca'],
    responders: ['http://pki.example/ocsp'],
    list: 'http://pki.example/sign.crl',
  },
)
const bytes = await signCades({
  key: doctor,
  content: Buffer.from('紹介状の見本'),
  attached: true,
  signingTime: Date.parse(now),
  stamp: stampAuthority(Date.parse(now)),
})
const fresh = ['signing', 'sarl', 'stamp'].map((label) => testList(`${label}-2026-11-01`))

function wanted(more: Parameters<typeof contextAt>[1], file = bytes): readonly EvidenceWish[] {
  const [opened] = openCades({ bytes: file, content: null })
  if (opened === undefined) throw new Error('nothing is signed')
  const context = contextAt(now, more)
  return evidenceWanted(validateSignature(opened, context), context)
}

const told = (wishes: readonly EvidenceWish[]) =>
  wishes.map((wish) =>
    wish.kind === 'issuer'
      ? [wish.kind, wish.certificate.fingerprint, wish.addresses]
      : [wish.kind, wish.certificate.fingerprint, wish.responders, wish.lists],
  )

const ofDoctor = [
  'revocation',
  doctor.certificate.fingerprint,
  ['http://pki.example/ocsp'],
  ['http://pki.example/sign.crl'],
]
const ofIssuer = ['revocation', issuer.fingerprint, [], ['http://pki.example/sarl.crl']]
const ofAuthority = ['revocation', testCertificate('stamp-authority').fingerprint, [], ['http://time.example/crl']]

test('without the issuing CA its certificate is wanted, and the lists of the time stamp', () => {
  const missing = ['issuer', doctor.certificate.fingerprint, ['http://pki.example/ca.cer', 'ldap://pki.example/ca']]
  expect(told(wanted({}))).toEqual([missing, ofAuthority])
})

test('without lists each certificate below an anchor wants what speaks of it, and no anchor wants anything', () => {
  expect(told(wanted({ certificates: [issuer] }))).toEqual([ofIssuer, ofDoctor, ofAuthority])
})

test('what is old is wanted anew, and what speaks is not', () => {
  const crls = [testList('signing-2026-06-01'), testList('sarl-2026-11-01'), testList('stamp-2026-11-01')]
  expect(told(wanted({ certificates: [issuer], crls }))).toEqual([ofDoctor])
})

test('a signature about which all is known wants nothing', () => {
  expect(wanted({ certificates: [issuer], crls: fresh })).toEqual([])
})

test('a signature that nothing could save wants nothing', () => {
  const changed = Buffer.from(bytes)
  changed.write('別', changed.indexOf('紹'))
  expect(wanted({}, changed)).toEqual([])
})
