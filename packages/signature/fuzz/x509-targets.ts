import { readdirSync, readFileSync } from 'node:fs'
import { readAsn1 } from '../asn1/read.ts'
import { healthcareActorsOf } from '../hpki/role.ts'
import { Malformed } from '../malformed.ts'
import { readOcspAnswer } from '../revocation/ocsp-answer.ts'
import { readRevocationList } from '../revocation/revocation-list.ts'
import { revocationOf } from '../revocation/revocation-of.ts'
import { testCertificate } from '../testing/test-pki.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { distributionPointsOf, issuingPointOf } from '../x509/extension/distribution-points.ts'
import { alternativeNamesOf, authorityKeyOf, nameConstraintsOf, subjectKeyIdOf } from '../x509/extension/names.ts'
import { inhibitAnyPolicyOf, policiesOf, policyConstraintsOf, policyMappingsOf } from '../x509/extension/policies.ts'
import { basicConstraintsOf, extendedKeyUsageOf, keyUsageOf } from '../x509/extension/usage.ts'
import { nameInWords } from '../x509/name.ts'
import { buildPath } from '../x509/path.ts'
import { keyStrength } from '../x509/signature-value.ts'
import type { FuzzTarget } from './fuzz.ts'

const folder = new URL('../testdata/', import.meta.url)
const file = (path: string): Uint8Array => readFileSync(new URL(path, folder))
const filesIn = (path: string): readonly Uint8Array[] =>
  readdirSync(new URL(path, folder)).map((name) => file(`${path}${name}`))

const authorities = () => ['ocsp/issuer.crt', 'ocsp/leaf.crt'].map((path) => readCertificate(file(path)))
const anchors = [readCertificate(file('pkits/certs/TrustAnchorRootCertificate.crt')), ...authorities().slice(0, 1)]
const pairOf = (answer: readonly Certificate[]): readonly [Certificate, Certificate] => {
  const [issuer, leaf] = answer
  if (!issuer || !leaf) throw new RangeError('testdata/ocsp')
  return [issuer, leaf]
}

/** What anybody decodes of a certificate. Each is asked by itself: one that refuses must not hide the next. */
const decoders: readonly ((certificate: Certificate) => unknown)[] = [
  basicConstraintsOf,
  keyUsageOf,
  extendedKeyUsageOf,
  policiesOf,
  policyMappingsOf,
  policyConstraintsOf,
  inhibitAnyPolicyOf,
  nameConstraintsOf,
  alternativeNamesOf,
  subjectKeyIdOf,
  distributionPointsOf,
  ({ extensions }) => authorityKeyOf(extensions),
  ({ extensions }) => issuingPointOf(extensions),
  ({ publicKey }) => keyStrength(publicKey),
  ({ subject, issuer }) => [nameInWords(subject), nameInWords(issuer)],
]

function decodeAll(certificate: Certificate): void {
  for (const decode of decoders)
    try {
      decode(certificate)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
}

export const certificateTarget: FuzzTarget = {
  name: 'certificate',
  samples: () => filesIn('pkits/certs/'),
  read: (octets) => {
    const certificate = readCertificate(octets)
    decodeAll(certificate)
    buildPath(certificate, anchors, [certificate, ...anchors])
  },
}

const [issuer, leaf] = pairOf(authorities())

/** The octets inside an extension, under each identifier that we decode: a value may stand where it does not belong. */
export const extensionTarget: FuzzTarget = {
  name: 'extension',
  samples: () =>
    filesIn('pkits/certs/').flatMap((octets) =>
      [...readCertificate(octets).extensions.values()].map(({ value }) => value),
    ),
  read: (value) => {
    const oids = [14, 15, 17, 19, 28, 30, 31, 32, 33, 35, 36, 37, 54].map((last) => `2.5.29.${last}`)
    decodeAll({ ...leaf, extensions: new Map(oids.map((oid) => [oid, { oid, critical: true, value }])) })
    readAsn1(value)
  },
}

/** hcRole alone: what is inside 2.5.29.9 of the test cards, wherever it comes from. */
export const roleTarget: FuzzTarget = {
  name: 'role',
  samples: () =>
    ['doctor', 'doctor-and-pharmacist', 'role-of-other-scheme'].flatMap((label) => {
      const extension = testCertificate(label).extensions.get('2.5.29.9')
      return extension === undefined ? [] : [extension.value]
    }),
  read: (value) => {
    healthcareActorsOf({ ...leaf, extensions: new Map([['2.5.29.9', { oid: '2.5.29.9', critical: false, value }]]) })
  },
}

export const listTarget: FuzzTarget = {
  name: 'list',
  samples: () => [...filesIn('pkits/crls/'), file('ocsp/list.crl')],
  read: (octets) => {
    const lists = [readRevocationList(octets)]
    revocationOf(leaf, issuer, issuer, { lists, answers: [], certificates: anchors })
  },
}

export const answerTarget: FuzzTarget = {
  name: 'answer',
  samples: () => ['good-by-responder', 'revoked-by-issuer-key-id-sha256'].map((name) => file(`ocsp/${name}.der`)),
  read: (octets) => {
    const answers = [readOcspAnswer(octets)]
    revocationOf(leaf, issuer, issuer, { lists: [], answers, certificates: anchors })
  },
}
