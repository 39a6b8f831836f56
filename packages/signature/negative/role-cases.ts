import { signCades } from '../cades/sign.ts'
import { hpkiProfile } from '../hpki/profile.ts'
import type { QualificationAnswer } from '../hpki/qualification.ts'
import {
  basicConstraints,
  type CertificateSpec,
  healthcareRoles,
  issueCertificate,
  issueList,
  keyUsage,
  name,
  policies,
} from '../testing/issue.ts'
import { testCertificate, testKey, testPrivateKey } from '../testing/test-pki.ts'
import { passed } from '../validation/verdict.ts'
import { readCertificate } from '../x509/certificate.ts'
import type { Asked, NegativeCase } from './negative-case.ts'

const anchors = ['root', 'provider-root'].map(testCertificate)

const at = Date.parse('2026-06-01T09:00:00Z')
const content = { content: Buffer.from('処方箋の見本'), attached: true, signingTime: at, stamp: null }
const [signing = '', issuing = '', scheme = ''] = [
  hpkiProfile.signingPolicies,
  hpkiProfile.issuingPolicies,
  hpkiProfile.codingScheme,
].flatMap(({ oids }) => oids)

const by = (label: string, issuer = 'signing-ca', documentKind = 'prescription'): Asked => ({
  file: () => signCades({ ...content, key: testKey(label, [issuer]) }),
  documentKind,
  context: { anchors },
})

/** The signature itself is right in each of these; only who made it is not who it must be. */
const row = (done: string, qualification: QualificationAnswer, forged: Asked, honest = by('doctor')): NegativeCase => ({
  done,
  format: 'CAdES',
  forged,
  honest,
  expected: passed,
  qualification,
})

/** The doctor under an authority that calls itself one of HPKI, under another authority of the root that has this policy. */
function underAuthorityOf(policy: string): Asked {
  const [above, below] = ['Bridge', 'Below'].map((text) => name(['C', 'JP'], ['O', `Mihon ${text}`]))
  if (above === undefined || below === undefined) throw new RangeError('names')
  const [root, bridge, last] = ['root', 'nurse', 'midwife'].map(testPrivateKey)
  if (root === undefined || bridge === undefined || last === undefined) throw new RangeError('keys')
  const life = { notBefore: Date.parse('2024-04-01T00:00:00Z'), notAfter: Date.parse('2029-03-31T00:00:00Z') }
  const list = { number: 1, thisUpdate: at, nextUpdate: at + 4 * 86_400_000, revoked: [] }
  const authority = (oids: string) => [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign'), policies(oids)]
  const made = (spec: Omit<CertificateSpec, 'serialNumber' | keyof typeof life>) =>
    readCertificate(issueCertificate({ serialNumber: 7_101, ...life, ...spec }))
  const { subject } = testCertificate('doctor')
  const extensions = [keyUsage('nonRepudiation'), policies(signing), healthcareRoles(scheme, 'Medical Doctor')]
  const key = testPrivateKey('doctor')
  const rootName = testCertificate('root').subject.raw
  const chain = [
    made({ subject: below, issuer: above, key: last, issuerKey: bridge, extensions: authority(issuing) }),
    made({ subject: above, issuer: rootName, key: bridge, issuerKey: root, extensions: authority(policy) }),
  ]
  const certificate = made({ subject: subject.raw, issuer: below, key, issuerKey: last, extensions })
  return {
    file: () => signCades({ ...content, key: { ...testKey('doctor'), certificate, chain } }),
    context: {
      crls: [
        issueList({ ...list, issuer: rootName, issuerKey: root }),
        issueList({ ...list, issuer: above, issuerKey: bridge }),
        issueList({ ...list, issuer: below, issuerKey: last }),
      ],
    },
  }
}

const dispensed = 'dispensed-prescription'

export const roleCases: readonly NegativeCase[] = [
  row("signed with the card's authentication key", 'not-hpki', by('doctor-authentication', 'authentication-ca')),
  row('a role of another coding scheme', 'no-role', by('role-of-other-scheme')),
  row('the role in small letters', 'insufficient-role', by('role-in-wrong-case')),
  row('a role that nobody knows', 'insufficient-role', by('role-unknown')),
  row('the office of a director and no licence', 'insufficient-role', by('director-only')),
  row('no role', 'no-role', by('no-role')),
  row('a prescription signed by a nurse', 'insufficient-role', by('nurse')),
  row('a prescription signed by a pharmacist', 'insufficient-role', by('pharmacist')),
  row(
    'a dispensed prescription signed by the doctor',
    'insufficient-role',
    by('doctor', 'signing-ca', dispensed),
    by('pharmacist', 'signing-ca', dispensed),
  ),
  row(
    'a radiation record signed by the technologist alone',
    'insufficient-role',
    by('radiological-technologist', 'signing-ca', 'radiation-record'),
    by('doctor', 'signing-ca', 'radiation-record'),
  ),
  row(
    'one signature of somebody with both licences for prescription and dispensing',
    'insufficient-role',
    by('doctor-and-pharmacist', 'signing-ca', 'electronic-prescription-with-dispensing'),
    by('doctor-and-pharmacist'),
  ),
  row('a certificate under a policy that is not of HPKI', 'not-hpki', by('doctor-other-policy')),
  row('a key that is for signing and for authentication', 'not-hpki', by('doctor-mixed-usage')),
  row("a doctor's certificate of a provider outside HPKI", 'not-hpki', by('other-doctor', 'provider-root')),
  row('a card of HPKI under a root that is trusted and not named as a root of HPKI', 'not-hpki', {
    ...by('doctor'),
    context: { anchors, hpkiAnchors: [testCertificate('provider-root')] },
  }),
  row(
    'issued under an authority of the root that is not one of HPKI',
    'not-hpki',
    underAuthorityOf('2.999.1'),
    underAuthorityOf(issuing),
  ),
  row('signed by a provider on behalf of the doctor', 'not-hpki', by('provider-on-behalf', 'provider-root')),
  row('sealed by the hospital', 'not-hpki', by('organisation-seal', 'provider-root')),
]
