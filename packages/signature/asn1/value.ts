import { Malformed } from '../malformed.ts'
import { type Asn1, membersOf } from './read.ts'
import { tag } from './tag.ts'

/** A moment in milliseconds since 1970-01-01T00:00:00Z. Reports write it as ISO 8601 in UTC. */
export type Moment = number

/** Fails unless the value carries this identifier. `what` names it in the refusal. */
export function expectTag(value: Asn1 | undefined, expected: number, what: string): Asn1 {
  if (value === undefined) throw new Malformed('asn1-missing', { what })
  if (value.tag !== expected) throw new Malformed('asn1-unexpected-tag', { what, tag: value.tag, expected })
  return value
}

/** Dotted decimal. */
export function oidOf(value: Asn1 | undefined, what = 'oid'): string {
  const { content } = expectTag(value, tag.oid, what)
  const last = content.at(-1)
  if (last === undefined || last & 0x80) throw new Malformed('asn1-oid-cut-short', { what })
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) throw new Malformed('asn1-oid-not-shortest', { what })
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    if (arc >> 128n) throw new Malformed('asn1-oid-arc-too-big', { what })
    fresh = (octet & 0x80) === 0
    if (fresh) {
      arcs.push(arc)
      arc = 0n
    }
  }
  const [first = 0n, ...rest] = arcs
  const top = first < 40n ? 0n : first < 80n ? 1n : 2n
  return [top, first - top * 40n, ...rest].join('.')
}

export function integerOf(value: Asn1 | undefined, what = 'integer'): bigint {
  const { content, rules } = expectTag(value, tag.integer, what)
  const [first, second] = content
  if (first === undefined) throw new Malformed('asn1-integer-empty', { what })
  const padded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (padded && rules === 'DER') throw new Malformed('asn1-integer-not-shortest', { what })
  return BigInt.asIntN(content.length * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`))
}

/** For integers that count or choose, such as versions. */
export function smallIntegerOf(value: Asn1 | undefined, what = 'integer'): number {
  const big = integerOf(value, what)
  if (big > 0x7fffffffn || big < -0x80000000n) throw new Malformed('asn1-integer-too-big', { what })
  return Number(big)
}

export function booleanOf(value: Asn1 | undefined, what = 'boolean'): boolean {
  const { content, rules } = expectTag(value, tag.boolean, what)
  const octet = content[0]
  if (octet === undefined || content.length > 1) throw new Malformed('asn1-boolean', { what })
  if (rules === 'DER' && octet !== 0 && octet !== 0xff) throw new Malformed('asn1-boolean', { what })
  return octet !== 0
}

/** The octets of an OCTET STRING, put together when BER sent it in parts. */
export function octetsOf(value: Asn1 | undefined, what = 'octet string'): Uint8Array {
  if (value?.tag === (tag.octetString | 0x20) && value.rules === 'BER')
    return Buffer.concat(membersOf(value).map((part) => octetsOf(part, what)))
  return expectTag(value, tag.octetString, what).content
}

/** The octets of a BIT STRING that ends on an octet, as signatures and keys do. */
export function bitStringOctetsOf(value: Asn1 | undefined, what = 'bit string'): Uint8Array {
  const { content } = expectTag(value, tag.bitString, what)
  if (content[0] !== 0) throw new Malformed('asn1-bit-string', { what })
  return content.subarray(1)
}

/** The numbers of the bits that are set, the first being 0: for keyUsage, reasons. */
export function namedBitsOf(value: Asn1 | undefined, what = 'bit string'): readonly number[] {
  const { content } = expectTag(value, tag.bitString, what)
  const [unused, ...octets] = content
  if (unused === undefined || unused > 7 || (octets.length === 0 && unused > 0) || octets.length > 8)
    throw new Malformed('asn1-bit-string', { what })
  return octets.flatMap((octet, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (0x80 >> bit)).map((bit) => i * 8 + bit),
  )
}

const strict = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true })

/** The text of any of the string types that names are written in. */
export function textOf(value: Asn1 | undefined, what = 'text'): string {
  if (value === undefined) throw new Malformed('asn1-missing', { what })
  try {
    switch (value.tag) {
      case tag.utf8String:
        return strict('utf-8').decode(value.content)
      case tag.bmpString:
        return strict('utf-16be').decode(value.content)
      case tag.numericString:
      case tag.printableString:
      case tag.ia5String:
      case tag.visibleString:
        return asciiOf(value.content)
      // T.61 is written as Latin-1 by everyone who still writes it.
      case tag.teletexString:
        return Buffer.from(value.content).toString('latin1')
      case tag.universalString:
        return universalOf(value.content)
    }
  } catch {
    throw new Malformed('asn1-text-undecodable', { what })
  }
  throw new Malformed('asn1-not-text', { what, tag: value.tag })
}

function asciiOf(content: Uint8Array): string {
  if (content.some((octet) => octet > 0x7f)) throw new RangeError('not ASCII')
  return Buffer.from(content).toString('latin1')
}

function universalOf(content: Uint8Array): string {
  if (content.length % 4) throw new RangeError('not UCS-4')
  const view = Buffer.from(content)
  return Array.from({ length: content.length / 4 }, (_, i) => String.fromCodePoint(view.readUInt32BE(i * 4))).join('')
}

/**
 * UTCTime and GeneralizedTime. Certificates and lists must end in Z and have seconds (RFC 5280 §4.1.2.5); time stamps may
 * add a fraction (RFC 3161 §2.4.2), which is kept to the millisecond.
 */
export function momentOf(value: Asn1 | undefined, what = 'time'): Moment {
  if (value === undefined) throw new Malformed('asn1-missing', { what })
  const text = Buffer.from(value.content).toString('latin1')
  const parts = (value.tag === tag.utcTime ? utcTime : value.tag === tag.generalizedTime ? generalizedTime : /$^/).exec(
    text,
  )
  if (!parts) throw new Malformed('asn1-time', { what })
  const [, years = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = parts
  const year = value.tag === tag.utcTime ? (Number(years) < 50 ? 2000 : 1900) + Number(years) : Number(years)
  const whole = new Date(0)
  whole.setUTCFullYear(year, Number(month) - 1, Number(day))
  whole.setUTCHours(Number(hour), Number(minute), Number(second))
  const same = whole.getUTCDate() === Number(day) && whole.getUTCMinutes() === Number(minute)
  if (!same || Number(second) > 59) throw new Malformed('asn1-time', { what })
  return whole.getTime() + Math.floor(Number(`0${fraction || '.0'}`) * 1000)
}

const utcTime = /^(\d\d)(\d\d)(\d\d)([01]\d|2[0-3])(\d\d)(\d\d)()Z$/
const generalizedTime = /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])(\d\d)(\d\d)(\.\d{1,9})?Z$/
