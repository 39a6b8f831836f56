import { explicit, implicit, integer, nothing, octetString, oid, sequence, setOf } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import { attribute } from '../cms/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { type DigestName, digest, digestOid } from '../x509/signature-value.ts'
import { testCertificate, testKey } from './test-pki.ts'

/** A SignedData that nobody honest writes: every part can be another than the rest says. */
export interface Forgery {
  /** Whose key signs, and whose certificate travels and is named. */
  readonly by?: string
  /** Another key than the one of `by`, or with another certificate. */
  readonly key?: SigningKey
  readonly contentType?: string
  /** null: detached. */
  readonly content: Uint8Array | null
  /** In this order, as they are signed. null: none, and the content is signed. */
  readonly attributes: readonly Uint8Array[] | null
  /** What stands in the file in place of what was signed. */
  readonly shown?: readonly Uint8Array[] | null
  /** The identifier that stands for the digest. */
  readonly digestAlgorithm?: string
  readonly certificates?: readonly Uint8Array[]
  /** How often the same signer stands there. */
  readonly signers?: number
}

export async function forge(forgery: Forgery): Promise<Uint8Array> {
  const {
    by = 'doctor',
    contentType = cmsOid.data,
    content,
    attributes,
    digestAlgorithm = digestOid('SHA-256'),
  } = forgery
  const { key = testKey(by) } = forgery
  const signature = await key.sign(attributes === null ? (content ?? new Uint8Array()) : asSet(attributes))
  const { shown = attributes } = forgery
  const signer = sequence(
    integer(1),
    sequence(key.certificate.issuer.raw, integer(key.certificate.serialNumber)),
    sequence(oid(digestAlgorithm)),
    ...(shown === null ? [] : [implicit(0xa0, asSet(shown))]),
    sequence(oid('1.2.840.113549.1.1.1'), nothing()),
    octetString(signature),
  )
  const certificates = forgery.certificates ?? [key.certificate.raw, testCertificate('signing-ca').raw]
  const signedData = sequence(
    integer(1),
    setOf(sequence(oid(digestAlgorithm))),
    sequence(oid(contentType), ...(content === null ? [] : [explicit(0, octetString(content))])),
    implicit(0xa0, setOf(...certificates)),
    setOf(...Array.from({ length: forgery.signers ?? 1 }, () => signer)),
  )
  return sequence(oid(cmsOid.signedData), explicit(0, signedData))
}

/** The members as they stand, in whatever order. */
export const asSet = (members: readonly Uint8Array[]): Uint8Array => implicit(0x31, sequence(...members))

export const contentTypeIs = (type: string): Uint8Array => attribute(cmsOid.contentType, oid(type))

export const digestIs = (content: Uint8Array, name: DigestName = 'SHA-256'): Uint8Array =>
  attribute(cmsOid.messageDigest, octetString(digest(name, content)))

/** ESSCertIDv2 with SHA-256, or ESSCertID, whose digest is SHA-1. */
export const certificateIs = (label: string, version: 1 | 2 = 2): Uint8Array =>
  attribute(
    version === 2 ? cmsOid.signingCertificateV2 : cmsOid.signingCertificate,
    sequence(sequence(sequence(octetString(digest(version === 2 ? 'SHA-256' : 'SHA-1', testCertificate(label).raw))))),
  )
