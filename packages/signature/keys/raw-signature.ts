import { integer, nothing, octetString, oid, sequence } from '../asn1/write.ts'
import { type DigestName, digestOid } from '../x509/signature-value.ts'

/**
 * DigestInfo (RFC 8017 §9.2): what a card that offers only raw RSA signs with PKCS#1 v1.5 padding. The modules of HPKI cards may
 * offer no mechanism that hashes.
 */
export const digestInfo = (name: DigestName, value: Uint8Array): Uint8Array =>
  sequence(sequence(oid(digestOid(name)), nothing()), octetString(value))

/** P-521 has 66 octets for each number. */
const longestNumber = 66

/** r and s side by side, as tokens give an ECDSA signature (PKCS#11 2.40 §2.3.1), in DER; none where it cannot be that. */
export function ecdsaInDer(raw: Uint8Array): readonly Uint8Array[] {
  const half = raw.length / 2
  if (!Number.isInteger(half) || half === 0 || half > longestNumber) return []
  const number = (octets: Uint8Array): Uint8Array => integer(BigInt(`0x${Buffer.from(octets).toString('hex')}`))
  return [sequence(number(raw.subarray(0, half)), number(raw.subarray(half)))]
}
