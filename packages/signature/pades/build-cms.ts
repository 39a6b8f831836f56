import { constructed } from '../asn1/tag.ts'
import { explicit, implicit, integer, nothing, octetString, oid, sequence, setOf } from '../asn1/write.ts'
import { cmsOid } from '../cms/oids.ts'
import type { SigningKey, StampTime } from '../keys/signing-key.ts'
import { digest, digestOid } from '../x509/signature-value.ts'

/**
 * The CMS of a PAdES signature (EN 319 142-1 §6.3): detached, one signer, the certificate bound by its digest, no signing time
 * (that is /M). With `stamp`, a time stamp over the signature value: B-T.
 */
export async function buildCms(
  key: SigningKey,
  messageDigest: Uint8Array,
  stamp: StampTime | null,
): Promise<Uint8Array> {
  const attributes = setOf(
    attribute(cmsOid.contentType, oid(cmsOid.data)),
    attribute(cmsOid.messageDigest, octetString(messageDigest)),
    attribute(cmsOid.signingCertificateV2, certificateReference(key)),
  )
  const signature = await key.sign(attributes)
  const value = digest(key.digest, signature)
  const token = stamp === null ? null : await stamp({ digest: key.digest, value })
  const signer = sequence(
    integer(1),
    sequence(key.certificate.issuer.raw, integer(key.certificate.serialNumber)),
    digestAlgorithm(key),
    implicit(constructed(0), attributes),
    signatureAlgorithm(key),
    octetString(signature),
    ...(token === null ? [] : [implicit(constructed(1), setOf(attribute(cmsOid.signatureTimeStamp, token)))]),
  )
  const certificates = [key.certificate, ...key.chain].map(({ raw }) => raw)
  const data = sequence(
    integer(1),
    setOf(digestAlgorithm(key)),
    sequence(oid(cmsOid.data)),
    implicit(constructed(0), setOf(...certificates)),
    setOf(signer),
  )
  return sequence(oid(cmsOid.signedData), explicit(0, data))
}

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value))

/** ESSCertIDv2 (RFC 5035 §4); SHA-256 is the default and DER leaves a default out. Issuer and number are not repeated. */
function certificateReference(key: SigningKey): Uint8Array {
  const named = key.digest === 'SHA-256' ? [] : [sequence(oid(digestOid(key.digest)))]
  return sequence(sequence(sequence(...named, octetString(digest(key.digest, key.certificate.raw)))))
}

const digestAlgorithm = (key: SigningKey): Uint8Array => sequence(oid(digestOid(key.digest)))

const ecdsa = { 'SHA-256': '1.2.840.10045.4.3.2', 'SHA-384': '1.2.840.10045.4.3.3', 'SHA-512': '1.2.840.10045.4.3.4' }
const octets = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }

function signatureAlgorithm(key: SigningKey): Uint8Array {
  switch (key.algorithm) {
    case 'RSA-PKCS1':
      return sequence(oid('1.2.840.113549.1.1.1'), nothing())
    case 'ECDSA':
      return sequence(oid(ecdsa[key.digest]))
    case 'Ed25519':
      return sequence(oid('1.3.101.112'))
    case 'RSA-PSS':
      return pss(key.digest)
  }
}

/** RFC 4055 §3.1: the mask's digest is the message's, the salt as long as it. */
function pss(name: SigningKey['digest']): Uint8Array {
  const hashed = sequence(oid(digestOid(name)), nothing())
  const masked = sequence(oid('1.2.840.113549.1.1.8'), hashed)
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(explicit(0, hashed), explicit(1, masked), explicit(2, integer(octets[name]))),
  )
}
