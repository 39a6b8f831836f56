import { tag } from './tag.ts'
import type { Moment } from './value.ts'

/** A value, or as many as there are: a long list is handed over as it is, since arguments lie on the stack. */
type Parts = Uint8Array | readonly Uint8Array[]

/** One value in DER: the identifier octet, the length, the parts in order. */
export function der(identifier: number, ...parts: readonly Parts[]): Uint8Array {
  const all = parts.flat()
  const length = all.reduce((sum, part) => sum + part.length, 0)
  const head: Uint8Array = Uint8Array.of(identifier, ...lengthOctets(length))
  return Buffer.concat([head].concat(all))
}

export const sequence = (...parts: readonly Parts[]): Uint8Array => der(tag.sequence, ...parts)

/** SET OF: DER wants the members in the order of their octets (X.690 §11.6). */
export const setOf = (...parts: readonly Parts[]): Uint8Array => der(tag.set, parts.flat().sort(Buffer.compare))

/** [n] EXPLICIT. */
export const explicit = (number: number, ...parts: readonly Parts[]): Uint8Array => der(0xa0 | number, ...parts)

export const octetString = (octets: Uint8Array): Uint8Array => der(tag.octetString, octets)
export const bitString = (octets: Uint8Array): Uint8Array => der(tag.bitString, Uint8Array.of(0), octets)
export const nothing = (): Uint8Array => der(tag.null)
export const boolean = (value: boolean): Uint8Array => der(tag.boolean, Uint8Array.of(value ? 0xff : 0))
export const utf8String = (text: string): Uint8Array => der(tag.utf8String, Buffer.from(text, 'utf8'))
export const printableString = (text: string): Uint8Array => der(tag.printableString, Buffer.from(text, 'latin1'))
export const ia5String = (text: string): Uint8Array => der(tag.ia5String, Buffer.from(text, 'latin1'))

/** The same value under another identifier: what [n] IMPLICIT asks for. */
export function implicit(identifier: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(identifier), value.subarray(1)])
}

export function integer(value: bigint | number): Uint8Array {
  const big = BigInt(value)
  let octets = 1
  while (BigInt.asIntN(octets * 8, big) !== big) octets++
  const hex = BigInt.asUintN(octets * 8, big)
    .toString(16)
    .padStart(octets * 2, '0')
  return der(tag.integer, Buffer.from(hex, 'hex'))
}

export function oid(dotted: string): Uint8Array {
  const [top = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return der(tag.oid, Uint8Array.from([top * 40n + second, ...rest].flatMap(base128)))
}

/** UTCTime until 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). */
export function time(moment: Moment): Uint8Array {
  const digits = new Date(moment)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '')
  const utc = digits >= '1950' && digits < '2050'
  return der(utc ? tag.utcTime : tag.generalizedTime, Buffer.from(utc ? digits.slice(2) : digits, 'latin1'))
}

/** GeneralizedTime with milliseconds where there are any, as RFC 3161 §2.4.2 writes it. */
export function generalizedTime(moment: Moment): Uint8Array {
  const [seconds = '', fraction = ''] = new Date(moment)
    .toISOString()
    .replaceAll(/[-:TZ]/g, '')
    .split('.')
  const parts = fraction.replace(/0+$/, '')
  return der(tag.generalizedTime, Buffer.from(`${seconds}${parts && `.${parts}`}Z`, 'latin1'))
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

function base128(arc: bigint): readonly number[] {
  const octets = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80)
  return octets
}
