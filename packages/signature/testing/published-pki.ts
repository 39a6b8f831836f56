import { ia5String, implicit, oid, sequence } from '../asn1/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import {
  basicConstraints,
  distributionPoint,
  extension,
  healthcareRoles,
  issueCertificate,
  keyUsage,
  name,
  policies,
} from './issue.ts'
import { testCertificate, testKey, testPrivateKey } from './test-pki.ts'

const accessOf = (issuers: readonly string[], responders: readonly string[]): Uint8Array => {
  const places = [
    ...issuers.map((address) => ({ method: '1.3.6.1.5.5.7.48.2', address })),
    ...responders.map((address) => ({ method: '1.3.6.1.5.5.7.48.1', address })),
  ]
  const described = places.map(({ method, address }) => sequence(oid(method), implicit(0x86, ia5String(address))))
  return extension('1.3.6.1.5.5.7.1.1', false, sequence(...described))
}

export interface Places {
  readonly issuers?: readonly string[]
  readonly responders?: readonly string[]
  readonly list?: string
}

export interface PublishedPki {
  readonly issuer: Certificate
  readonly doctor: SigningKey
}

/**
 * The issuing CA and the doctor of the test PKI, whose certificates say where everything about them is published. Names and keys are those of
 * the test PKI, so that its lists speak of them too.
 */
export function publishedPki(ofIssuer: Places, ofDoctor: Places): PublishedPki {
  const [root, ca, doctor] = [testCertificate('root'), testCertificate('signing-ca'), testKey('doctor')]
  const sarl = name(['C', 'JP'], ['O', 'Mihon Ministry'], ['OU', 'Mihon Bureau'], ['CN', 'SARL'])
  const issuer = readCertificate(
    issueCertificate({
      serialNumber: 2,
      subject: ca.subject.raw,
      issuer: root.subject.raw,
      notBefore: ca.notBefore,
      notAfter: ca.notAfter,
      key: testPrivateKey('signing-ca'),
      issuerKey: testPrivateKey('root'),
      extensions: [
        basicConstraints(true),
        keyUsage('keyCertSign', 'cRLSign'),
        policies('1.2.392.100495.1.5.1.1.3.1'),
        distributionPoint(sarl, ofIssuer.list ?? null),
        accessOf(ofIssuer.issuers ?? [], ofIssuer.responders ?? []),
      ],
    }),
  )
  const certificate = readCertificate(
    issueCertificate({
      serialNumber: Number(doctor.certificate.serialNumber),
      subject: doctor.certificate.subject.raw,
      issuer: ca.subject.raw,
      notBefore: doctor.certificate.notBefore,
      notAfter: doctor.certificate.notAfter,
      key: testPrivateKey('doctor'),
      issuerKey: testPrivateKey('signing-ca'),
      extensions: [
        keyUsage('nonRepudiation'),
        policies('1.2.392.100495.1.5.1.1.0.1'),
        ...(ofDoctor.list === undefined ? [] : [distributionPoint(null, ofDoctor.list)]),
        accessOf(ofDoctor.issuers ?? [], ofDoctor.responders ?? []),
        healthcareRoles('1.2.392.100495.1.6.1.1', 'Medical Doctor'),
      ],
    }),
  )
  return { issuer, doctor: { ...doctor, certificate, chain: [] } }
}
