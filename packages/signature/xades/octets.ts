import { membersOf, readAsn1 } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, integerOf } from '../asn1/value.ts'
import { integer, sequence } from '../asn1/write.ts'
import { Malformed } from '../malformed.ts'
import { keyStrength } from '../x509/signature-value.ts'
import { textUnder, type XmlElement } from '../xml/tree.ts'

/** The octets that an element holds as base64, spaces and line ends left out. */
export const octetsUnder = (element: XmlElement): Uint8Array => fromBase64(textUnder(element), element.localName)

export function fromBase64(text: string, what: string): Uint8Array {
  const characters = text.replaceAll(/[ \t\r\n]+/g, '')
  const octets = Buffer.from(characters, 'base64')
  // The runtime skips what is no base64; writing it again shows whether anything was skipped.
  if (octets.toString('base64').replace(/=+$/, '') !== characters.replace(/={1,2}$/, ''))
    throw new Malformed('base64', { what })
  return octets
}

/** XML-DSig writes ECDSA and DSA as r and s one after the other; the rest of the world as a SEQUENCE (RFC 9231 §2.3.6). */
export function signatureInDer(octets: Uint8Array): Uint8Array {
  if (octets.length === 0 || octets.length % 2 !== 0)
    throw new Malformed('signature-value-length', { length: octets.length })
  const half = octets.length / 2
  return sequence(integer(natural(octets.subarray(0, half))), integer(natural(octets.subarray(half))))
}

const natural = (octets: Uint8Array): bigint => BigInt(`0x${Buffer.from(octets).toString('hex')}`)

/** The way back: r and s, each as long as the curve's order. */
export function signatureAsPair(signature: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const length = Math.ceil((keyStrength(publicKey)?.bits ?? 0) / 8)
  const [r, s] = membersOf(expectTag(readAsn1(signature), tag.sequence, 'signature'))
  return Buffer.concat(
    [r, s].map((one) =>
      Buffer.from(
        integerOf(one)
          .toString(16)
          .padStart(length * 2, '0'),
        'hex',
      ),
    ),
  )
}
