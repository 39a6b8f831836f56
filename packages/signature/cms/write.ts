import type { Moment } from '../asn1/value.ts'
import { explicit, implicit, integer, nothing, octetString, oid, sequence, setOf, time } from '../asn1/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { digest, digestOid } from '../x509/signature-value.ts'
import { cmsOid } from './oids.ts'

/** What a new SignedData holds beside the signature itself. */
export interface NewSignedData {
  readonly key: SigningKey
  readonly contentType: string
  /** null: detached; the digest then says what was signed. */
  readonly content: Uint8Array | null
  /** Digest of the content under the key's algorithm. */
  readonly contentDigest: Uint8Array
  /** Claimed; left out where the format has another place for it (PAdES). */
  readonly signingTime: Moment | null
  /** Further signed attributes, DER of Attribute. */
  readonly attributes?: readonly Uint8Array[]
  /** Certificates to send along, DER; the signer's own is always sent. */
  readonly certificates: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  /** Unsigned attributes that depend on the signature value: time stamps. */
  unsignedAttributes?(signature: Uint8Array): Promise<readonly Uint8Array[]>
}

export const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(type), setOf(values))

/** ContentInfo with SignedData in DER (RFC 5652 §5.1), one signer, the certificate's digest signed (RFC 5035). */
export async function writeSignedData(data: NewSignedData): Promise<Uint8Array> {
  const { key } = data
  const attributes = setOf(
    attribute(cmsOid.contentType, oid(data.contentType)),
    attribute(cmsOid.messageDigest, octetString(data.contentDigest)),
    ...(data.signingTime === null ? [] : [attribute(cmsOid.signingTime, time(data.signingTime))]),
    attribute(cmsOid.signingCertificateV2, signingCertificateV2(key)),
    ...(data.attributes ?? []),
  )
  const signature = await key.sign(attributes)
  const unsigned = (await data.unsignedAttributes?.(signature)) ?? []
  const { certificate } = key
  const signer = sequence(
    integer(1),
    sequence(certificate.issuer.raw, integer(certificate.serialNumber)),
    digestAlgorithm(key),
    implicit(0xa0, attributes),
    signatureAlgorithm(key),
    octetString(signature),
    ...(unsigned.length === 0 ? [] : [implicit(0xa1, setOf(unsigned))]),
  )
  const certificates = [
    ...new Map(
      [certificate.raw, ...data.certificates].map((one) => [Buffer.from(one).toString('latin1'), one]),
    ).values(),
  ]
  const crls = data.crls ?? []
  const signedData = sequence(
    integer(data.contentType === cmsOid.data ? 1 : 3),
    setOf(digestAlgorithm(key)),
    sequence(oid(data.contentType), ...(data.content === null ? [] : [explicit(0, octetString(data.content))])),
    implicit(0xa0, setOf(certificates)),
    ...(crls.length === 0 ? [] : [implicit(0xa1, setOf(crls))]),
    setOf(signer),
  )
  return sequence(oid(cmsOid.signedData), explicit(0, signedData))
}

const digestAlgorithm = (key: SigningKey): Uint8Array => sequence(oid(digestOid(key.digest)))

/** ESSCertIDv2: SHA-256 is the default and not written; issuer and number stand beside the digest (RFC 5035 §4). */
function signingCertificateV2({ certificate, digest: name }: SigningKey): Uint8Array {
  const algorithm = name === 'SHA-256' ? [] : [sequence(oid(digestOid(name)))]
  const issuer = sequence(sequence(explicit(4, certificate.issuer.raw)), integer(certificate.serialNumber))
  return sequence(sequence(sequence(...algorithm, octetString(digest(name, certificate.raw)), issuer)))
}

const ecdsa = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
} as const
const saltLengths = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const

function signatureAlgorithm({ algorithm, digest: name }: SigningKey): Uint8Array {
  switch (algorithm) {
    case 'RSA-PKCS1':
      return sequence(oid('1.2.840.113549.1.1.1'), nothing())
    case 'RSA-PSS': {
      const hashed = sequence(oid(digestOid(name)), nothing())
      const mask = sequence(oid('1.2.840.113549.1.1.8'), hashed)
      return sequence(
        oid('1.2.840.113549.1.1.10'),
        sequence(explicit(0, hashed), explicit(1, mask), explicit(2, integer(saltLengths[name]))),
      )
    }
    case 'ECDSA':
      return sequence(oid(ecdsa[name]))
    case 'Ed25519':
      return sequence(oid('1.3.101.112'))
  }
}
