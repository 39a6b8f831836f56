import { membersOf, readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, namedBitsOf, smallIntegerOf } from '../asn1/value.ts'
import { boolean, integer, nothing, octetString, oid, sequence } from '../asn1/write.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { digestOid } from '../x509/signature-value.ts'
import { readTimeStampToken } from './token.ts'

/** A digest to be stamped, and the number by which the answer is known as the answer to this question. */
export interface StampQuestion {
  readonly digest: SigningKey['digest']
  readonly value: Uint8Array
  readonly nonce: bigint
}

/** TimeStampReq (RFC 3161 §2.4.1); the authority's certificate is asked for. */
export function writeStampQuestion({ digest, value, nonce }: StampQuestion): Uint8Array {
  const imprint = sequence(sequence(oid(digestOid(digest)), nothing()), octetString(value))
  return sequence(integer(1), imprint, integer(nonce), boolean(true))
}

/**
 * The token of a TimeStampResp (§2.4.2) that answers this question: granted, over this digest, with this number. Anything else throws
 * `Malformed`; `time-stamp-refused` carries the authority's status and reason.
 */
export function readStampAnswer(bytes: Uint8Array, question: StampQuestion): Uint8Array {
  const [statusInfo, token] = membersOf(expectTag(readAsn1(bytes, 'BER'), tag.sequence, 'time-stamp answer'))
  const [status, ...rest] = membersOf(expectTag(statusInfo, tag.sequence, 'status'))
  const granted = smallIntegerOf(status, 'status')
  const failure = rest.find((one) => one.tag === tag.bitString)
  if (granted > 1 || token === undefined)
    throw new Malformed('time-stamp-refused', {
      status: granted,
      failure: failure === undefined ? '' : namedBitsOf(failure).join(' '),
    })
  const read = readTimeStampToken(token.raw)
  if (read.imprintDigest !== question.digest || Buffer.compare(read.imprint, question.value) !== 0)
    throw new Malformed('time-stamp-of-something-else')
  if (read.nonce !== question.nonce) throw new Malformed('time-stamp-of-another-question')
  return token.raw
}
