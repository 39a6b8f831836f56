import { expect, test } from 'vitest'
import { Malformed } from '../malformed.ts'
import { membersOf, readAsn1 } from './read.ts'
import { integerOf, momentOf, oidOf } from './value.ts'
import { generalizedTime, integer, oid, sequence, setOf, time } from './write.ts'

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
const reasonOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Malformed) return error.reason
    throw error
  }
  return 'accepted'
}

test.each([
  ['nothing at all', '', 'asn1-cut-short'],
  ['a value that ends too early', '04 03 01 02', 'asn1-cut-short'],
  ['something after the value', '05 00 05 00', 'asn1-bytes-after-the-end'],
  ['a length that is not the shortest', '04 81 01 00', 'asn1-length-not-shortest'],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`, 'asn1-length-not-shortest'],
  ['an open end in DER', '30 80 00 00', 'asn1-open-ended'],
  ['a tag number above 30', '1f 81 00 00', 'asn1-long-tag'],
])('%s is refused', (_, octets, reason) => {
  expect(reasonOf(() => readAsn1(hex(octets)))).toBe(reason)
})

test('values nested deeper than any format asks for are refused, whatever their size', () => {
  let value: Uint8Array = hex('05 00')
  for (let i = 0; i < 100; i++) value = sequence(value)
  const walk = (node: ReturnType<typeof readAsn1>): void => {
    if (node.tag === 0x30) membersOf(node).forEach(walk)
  }
  expect(reasonOf(() => walk(readAsn1(value)))).toBe('asn1-too-deep')
  expect(reasonOf(() => readAsn1(hex('3080'.repeat(100) + '0000'.repeat(100)), 'BER'))).toBe('asn1-too-deep')
})

test('an open-ended value of BER keeps its end octets in what was transmitted and not in its content', () => {
  const value = readAsn1(hex('30 80 02 01 05 00 00'), 'BER')
  expect(Buffer.from(value.raw).toString('hex')).toBe('30800201050000')
  expect(integerOf(membersOf(value)[0])).toBe(5n)
})

test.each([0n, 1n, 127n, 128n, -1n, -128n, -129n, 255n, 256n, 2n ** 160n - 1n, -(2n ** 64n)])(
  '%s is written and read',
  (n) => {
    expect(integerOf(readAsn1(integer(n)))).toBe(n)
  },
)

test.each(['1.2.392.100495.1.5.1.1.0.1', '2.5.29.9', '1.0.17090.0.1', '0.9.2342.19200300.100.1.25', '2.999.1'])(
  '%s is written and read',
  (dotted) => {
    expect(oidOf(readAsn1(oid(dotted)))).toBe(dotted)
  },
)

test('moments are written as certificates and time stamps ask, and read back', () => {
  for (const text of ['2026-11-23T01:02:03.000Z', '1950-01-01T00:00:00.000Z', '2050-01-01T00:00:00.000Z'])
    expect(momentOf(readAsn1(time(Date.parse(text))))).toBe(Date.parse(text))
  expect(
    Buffer.from(generalizedTime(Date.parse('2026-11-23T00:00:00.120Z')))
      .subarray(2)
      .toString(),
  ).toBe('20261123000000.12Z')
  expect(momentOf(readAsn1(generalizedTime(Date.parse('2026-11-23T00:00:00.120Z'))))).toBe(
    Date.parse('2026-11-23T00:00:00.120Z'),
  )
})

test.each([
  '20260230000000Z',
  '20261123240000Z',
  '20261123006000Z',
  '20261123000060Z',
  '20261123000000',
  '20261123000000+0900',
])('the moment %s is refused', (text) => {
  expect(
    reasonOf(() => momentOf(readAsn1(Buffer.concat([hex('18'), Uint8Array.of(text.length), Buffer.from(text)])))),
  ).toBe('asn1-time')
})

test('members of a SET OF are written in the order of their octets', () => {
  expect(Buffer.from(setOf(integer(300), integer(2), integer(1))).toString('hex')).toBe('310a0201010201020202012c')
})

test('a list of any length is written and read', () => {
  const list = Array.from({ length: 150_000 }, () => integer(1))
  expect(membersOf(readAsn1(sequence(list)))).toHaveLength(list.length)
})
