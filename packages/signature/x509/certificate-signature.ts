import { bitString, oid, sequence } from '../asn1/write.ts'
import type { Certificate } from './certificate.ts'
import { holds, schemeOf } from './signature-value.ts'

const dsa = '1.2.840.10040.4.1'

/** Signatures of certificates that were checked already, by fingerprint and key: octets, so what was true stays true. */
export type KnownSignatures = Map<string, boolean>

/** `left` is how many more may be checked. */
export interface SignatureMemory {
  readonly known: KnownSignatures
  left: number
}

/** An honest search needs a handful. The biggest keys that OpenSSL takes cost ten milliseconds each: this many end within a second. */
const mostSignatureChecks = 100

/** The cards of a prefecture, in 4 MB; then it begins anew. */
const mostKnown = 10_000

export const newMemory = (known: KnownSignatures = new Map()): SignatureMemory => ({ known, left: mostSignatureChecks })

/**
 * Whether the certificate's signature was made by this key (SubjectPublicKeyInfo, parameters complete). An algorithm that we do not
 * know is no signature that could be believed, and neither is one for which no check is left: false.
 */
export function isSignedBy(certificate: Certificate, issuerKey: Uint8Array, memory: SignatureMemory): boolean {
  const name = `${certificate.fingerprint} ${Buffer.from(issuerKey).toString('latin1')}`
  const known = memory.known.get(name)
  if (known !== undefined) return known
  if (memory.left <= 0) return false
  memory.left--
  const scheme = schemeOf(certificate.signatureAlgorithm)
  const good = scheme !== null && holds(scheme, issuerKey, certificate.signedPart, certificate.signature)
  if (memory.known.size >= mostKnown) memory.known.clear()
  memory.known.set(name, good)
  return good
}

/** Whether the key leaves its parameters to its issuer's, as DSA may (RFC 5280 §6.1.4 (f)): it is complete only in a path. */
export const inheritsParameters = ({ publicKeyAlgorithm: { oid: algorithm, parameters } }: Certificate): boolean =>
  algorithm === dsa && (parameters === null || parameters.tag === 0x05)

/** The certificate's key, with the parameters of the nearest key above it that has some. `above` are its issuers, the nearest first. */
export function completeKey(certificate: Certificate, above: readonly Certificate[]): Uint8Array {
  if (!inheritsParameters(certificate)) return certificate.publicKey
  const giver = above.find((issuer) => !inheritsParameters(issuer))?.publicKeyAlgorithm
  if (giver?.oid !== dsa || giver.parameters === null) return certificate.publicKey
  return sequence(sequence(oid(dsa), giver.parameters.raw), bitString(certificate.publicKeyBits))
}
