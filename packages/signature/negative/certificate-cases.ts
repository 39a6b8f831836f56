import { explicit, sequence } from '../asn1/write.ts'
import { signCades } from '../cades/sign.ts'
import { hpkiProfile } from '../hpki/profile.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { algorithmPolicy } from '../policy/read-policy.ts'
import {
  basicConstraints,
  type CertificateSpec,
  extension,
  healthcareRoles,
  issueCertificate,
  issueList,
  keyUsage,
  type ListSpec,
  name,
  policies,
} from '../testing/issue.ts'
import { stampAuthority } from '../testing/stamp-authority.ts'
import { testCertificate, testKey, testList, testPrivateKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { readCertificate } from '../x509/certificate.ts'
import { type Asked, type NegativeCase, rootsList, signingList } from './negative-case.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

const signedBy = (key: SigningKey, stampedOn?: string) => () =>
  signCades({
    key,
    content: Buffer.from('処方箋の見本'),
    attached: true,
    signingTime: day('2026-06-01'),
    stamp: stampedOn === undefined ? null : stampAuthority(day(stampedOn)),
  })

const doctor: Asked = { file: signedBy(testKey('doctor')) }

const row = (done: string, forged: Asked, expected: Conclusion, honest: Asked = doctor): NegativeCase => ({
  done,
  format: 'CAdES',
  forged,
  honest,
  expected,
})
const by = (label: string, stampedOn?: string): Asked => ({ file: signedBy(testKey(label), stampedOn) })

const revokedAndStamped = (stampedOn: string): Asked => by('doctor-revoked', stampedOn)
const revoked = indeterminate('REVOKED_NO_POE', 'certificate-not-revoked')

export const lifeCases: readonly NegativeCase[] = [
  row(
    'signed with an expired certificate',
    by('doctor-expired'),
    indeterminate('OUT_OF_BOUNDS_NO_POE', 'certificate-not-expired'),
  ),
  row(
    'asked for a moment before the certificate began',
    { ...doctor, at: '2024-02-01T00:00:00Z' },
    failed('NOT_YET_VALID', 'proven-in-time'),
  ),
  row(
    'stamped before the certificate began',
    by('doctor', '2024-02-01'),
    failed('NOT_YET_VALID', 'proven-in-time'),
    by('doctor', '2026-05-01'),
  ),
  row(
    'signed with a revoked certificate, without a stamp',
    by('doctor-revoked'),
    revoked,
    revokedAndStamped('2026-02-15'),
  ),
  row('stamped after the revocation', revokedAndStamped('2026-03-15'), revoked, revokedAndStamped('2026-02-15')),
  row(
    'stamped after the key was stolen, before the revocation',
    by('doctor-key-compromised', '2026-02-15'),
    revoked,
    by('doctor-key-compromised', '2026-01-15'),
  ),
]

const strong = indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'algorithms')
const late: Asked = {
  ...doctor,
  at: '2029-01-02T00:00:00Z',
  context: { crls: ['signing', 'sarl'].map((one) => testList(`${one}-2026-11-01`)) },
}

export const algorithmCases: readonly NegativeCase[] = [
  row('signed with RSA-1024', by('doctor-rsa-1024'), strong),
  row(
    'a certificate signed with SHA-1',
    by('doctor-sha1'),
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'certificate-algorithm'),
  ),
  row(
    "asked under ETSI's policy after its end for RSA",
    { ...late, context: { ...late.context, algorithms: algorithmPolicy('etsi-119312') } },
    indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'certificate-algorithm'),
    late,
  ),
]

/** A certificate for a key of the test PKI by whomever the case needs. */
const issued = (issuer: string, extensions: readonly Uint8Array[], more: Partial<CertificateSpec> = {}) =>
  readCertificate(
    issueCertificate({
      serialNumber: 7_001,
      subject: testCertificate('doctor').subject.raw,
      issuer: testCertificate(issuer).subject.raw,
      notBefore: day('2024-04-01'),
      notAfter: day('2029-03-31'),
      key: testPrivateKey('doctor'),
      issuerKey: testPrivateKey(issuer),
      ...more,
      extensions,
    }),
  )

const [policy = '', scheme = ''] = [hpkiProfile.signingPolicies, hpkiProfile.codingScheme].flatMap(({ oids }) => oids)
const ofDoctor = [keyUsage('nonRepudiation'), policies(policy), healthcareRoles(scheme, 'Medical Doctor')]
const card = issued('signing-ca', ofDoctor)
const under = (certificate: SigningKey['certificate'], ...chain: SigningKey['chain']): Asked => ({
  file: signedBy({ ...testKey('doctor'), certificate, chain }),
})

/** The doctor under an authority between, which the root made with these extensions. */
function underAuthority(...extensions: readonly Uint8Array[]): Asked {
  const subject = name(['C', 'JP'], ['O', 'Mihon Subordinate'])
  const key = testPrivateKey('nurse')
  const authority = issued('root', [...extensions], { subject, key })
  return under(issued('root', [keyUsage('nonRepudiation')], { issuer: subject, issuerKey: key }), authority)
}

/** Two authorities under the signing CA, of which the first says that none may follow. */
function tooDeep(): Asked {
  const [first, second] = ['First', 'Second'].map((text) => name(['C', 'JP'], ['O', `Mihon ${text}`]))
  if (first === undefined || second === undefined) throw new RangeError('names')
  const [key, another] = [testPrivateKey('nurse'), testPrivateKey('midwife')]
  const above = issued('root', [basicConstraints(true, 0), authorityUsage], { subject: first, key })
  const below = issued('root', [basicConstraints(true), authorityUsage], {
    subject: second,
    issuer: first,
    key: another,
    issuerKey: key,
  })
  return under(issued('root', [], { issuer: second, issuerKey: another }), below, above)
}

const authorityUsage = keyUsage('keyCertSign', 'cRLSign')
/** Only names under this one are permitted below. */
const elsewhere = extension(
  '2.5.29.30',
  true,
  sequence(explicit(0, sequence(explicit(4, name(['C', 'JP'], ['O', 'Mihon Elsewhere']))))),
)
const constraint = (code: string): Conclusion => indeterminate('CHAIN_CONSTRAINTS_FAILURE', code)

const withRoot: Asked = { file: signedBy(testKey('doctor', ['signing-ca', 'root'])) }

export const chainCases: readonly NegativeCase[] = [
  row('an unknown critical extension', by('doctor-strange-extension'), constraint('unknown-critical-extension')),
  row(
    'issued by a certificate without CA:TRUE',
    { file: signedBy(testKey('doctor-under-no-ca', ['ca-without-ca'])) },
    constraint('ca-basic-constraints'),
  ),
  row(
    'issued by the card of another doctor',
    under(issued('dentist', ofDoctor), ...['dentist', 'signing-ca'].map(testCertificate)),
    constraint('ca-basic-constraints'),
    under(card, testCertificate('signing-ca')),
  ),
  row(
    'issued by an authority whose key is not for certificates',
    underAuthority(basicConstraints(true), keyUsage('cRLSign')),
    constraint('ca-key-usage'),
  ),
  row('one authority more than the one above permits', tooDeep(), constraint('path-length')),
  row(
    'a name outside what its authority may name',
    underAuthority(basicConstraints(true), authorityUsage, elsewhere),
    constraint('name-constraints'),
  ),
  row(
    'issued by another key in the name of the authority',
    under(issued('signing-ca', ofDoctor, { issuerKey: testPrivateKey('nurse') }), testCertificate('signing-ca')),
    indeterminate('CERTIFICATE_CHAIN_GENERAL_FAILURE', 'certificate-signature'),
    under(card, testCertificate('signing-ca')),
  ),
  row(
    'a root that nobody trusts, sent along',
    { ...withRoot, context: { anchors: [testCertificate('provider-root')] } },
    indeterminate('NO_CERTIFICATE_CHAIN_FOUND', 'path'),
    withRoot,
  ),
  row(
    'no authority between, neither in the file nor at hand',
    { file: signedBy(testKey('doctor', [])) },
    indeterminate('NO_CERTIFICATE_CHAIN_FOUND', 'path'),
    { file: signedBy(testKey('doctor', [])), context: { certificates: [testCertificate('signing-ca')] } },
  ),
  row(
    'a certificate that signed itself',
    under(issued('doctor', [keyUsage('nonRepudiation')])),
    indeterminate('NO_CERTIFICATE_CHAIN_FOUND', 'path'),
  ),
]

const withLists = (...crls: readonly Uint8Array[]): Asked => ({ ...doctor, context: { crls } })
const list = (issuer: string, more: Partial<ListSpec> = {}): Uint8Array =>
  issueList({
    issuer: testCertificate(issuer).subject.raw,
    issuerKey: testPrivateKey(issuer),
    number: 90,
    thisUpdate: day('2026-06-01'),
    nextUpdate: day('2026-06-05'),
    revoked: [],
    ...more,
  })
const november = (...names: readonly string[]): Asked => ({
  ...doctor,
  at: '2026-11-23T00:00:00Z',
  context: { crls: names.map((one) => testList(`${one}-2026-11-01`)) },
})
const sarl = distributionName('SARL')
const unknown = indeterminate('TRY_LATER', 'revocation-known')
const stale = indeterminate('TRY_LATER', 'revocation-fresh')

function distributionName(point: string): Uint8Array {
  return name(['C', 'JP'], ['O', 'Mihon Ministry'], ['OU', 'Mihon Bureau'], ['CN', point])
}

export const listCases: readonly NegativeCase[] = [
  row('no list at hand', withLists(), unknown),
  row("no list of the signer's authority", withLists(rootsList), unknown),
  row('no list of the root about its authorities', withLists(signingList), unknown),
  row(
    "the root's list about itself in place of the one about authorities",
    november('signing', 'rarl'),
    unknown,
    november('signing', 'sarl'),
  ),
  row(
    'a list that speaks of authorities only',
    november('signing-wrong-scope', 'sarl'),
    unknown,
    november('signing', 'sarl'),
  ),
  row('lists that ran out before the moment of the question', { ...doctor, at: '2026-06-20T00:00:00Z' }, stale),
  row(
    'a list signed by the card of another doctor',
    withLists(list('signing-ca', { issuerKey: testPrivateKey('dentist') }), rootsList),
    unknown,
    withLists(list('signing-ca'), rootsList),
  ),
  row(
    "another authority's list",
    withLists(list('authentication-ca'), rootsList),
    unknown,
    withLists(list('signing-ca'), rootsList),
  ),
  row(
    'an authority that was revoked',
    withLists(
      signingList,
      list('root', {
        scope: { directory: sarl, onlyCas: true },
        revoked: [{ serialNumber: 2, at: day('2026-05-01') }],
      }),
    ),
    indeterminate('REVOKED_CA_NO_POE', 'certificate-not-revoked'),
    withLists(signingList, list('root', { scope: { directory: sarl, onlyCas: true } })),
  ),
  row(
    'an older list beside the one that revokes',
    { ...by('doctor-revoked'), context: { crls: [list('signing-ca', { number: 1 }), signingList, rootsList] } },
    revoked,
    { ...by('doctor-revoked'), context: { crls: [list('signing-ca', { number: 1 }), rootsList] } },
  ),
]
