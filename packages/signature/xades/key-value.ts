import { bitString, integer, nothing, oid, sequence } from '../asn1/write.ts'
import type { XmlElement } from '../xml/tree.ts'
import { attributeOf, childrenOf } from '../xml/tree.ts'
import { ds } from './names.ts'
import { octetsUnder } from './octets.ts'
import { elementsIn, onlyChild } from './structure.ts'

const dsig11 = 'http://www.w3.org/2009/xmldsig11#'

/**
 * The key of a KeyValue (or DEREncodedKeyValue) as SubjectPublicKeyInfo; null where there is none that we know. It names nobody:
 * with it the signature value can be checked, and the signer stays unknown.
 */
export function publicKeyIn(keyInfo: XmlElement): Uint8Array | null {
  const [encoded] = childrenOf(keyInfo, dsig11, 'DEREncodedKeyValue')
  if (encoded) return octetsUnder(encoded)
  const [value] = childrenOf(keyInfo, ds, 'KeyValue')
  const [key] = value ? elementsIn(value) : []
  if (key?.localName === 'RSAKeyValue') return rsa(key)
  if (key?.localName === 'DSAKeyValue') return dsa(key)
  if (key?.localName === 'ECKeyValue') return elliptic(key)
  return null
}

const number = (parent: XmlElement, name: string): Uint8Array =>
  integer(BigInt(`0x0${Buffer.from(octetsUnder(onlyChild(parent, ds, name))).toString('hex')}`))

function rsa(key: XmlElement): Uint8Array {
  const algorithm = sequence(oid('1.2.840.113549.1.1.1'), nothing())
  return sequence(algorithm, bitString(sequence(number(key, 'Modulus'), number(key, 'Exponent'))))
}

function dsa(key: XmlElement): Uint8Array {
  const parameters = sequence(number(key, 'P'), number(key, 'Q'), number(key, 'G'))
  return sequence(sequence(oid('1.2.840.10040.4.1'), parameters), bitString(number(key, 'Y')))
}

function elliptic(key: XmlElement): Uint8Array | null {
  const [named] = childrenOf(key, dsig11, 'NamedCurve')
  const curve = /^urn:oid:([0-9]+(?:\.[0-9]+)+)$/.exec((named && attributeOf(named, 'URI')) ?? '')?.[1]
  if (curve === undefined) return null
  return sequence(
    sequence(oid('1.2.840.10045.2.1'), oid(curve)),
    bitString(octetsUnder(onlyChild(key, dsig11, 'PublicKey'))),
  )
}
