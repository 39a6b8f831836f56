import { expect, test } from 'vitest'
import { bitString, integer, nothing, oid, printableString, sequence, setOf, time } from '../asn1/write.ts'
import { Malformed } from '../malformed.ts'
import { entryFor, readRevocationList } from './revocation-list.ts'

const algorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing())
const issuer = sequence(setOf(sequence(oid('2.5.4.10'), printableString('Mihon'))))
const [made, next] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 5)]

const date = time(Date.UTC(2025, 5, 1))

const listOf = (...entries: readonly Uint8Array[]) => listOfAll(entries)

function listOfAll(entries: readonly Uint8Array[]) {
  const signed = sequence(integer(1), algorithm, issuer, time(made), time(next), sequence(Buffer.concat(entries)))
  return readRevocationList(sequence(signed, algorithm, bitString(new Uint8Array(256))))
}

const entryOf = (serial: bigint | number) => sequence(integer(serial), date)
const find = (list: ReturnType<typeof listOf>, serial: bigint) =>
  entryFor(list, list.issuer.key, serial, integer(serial))

test('a number is found wherever it stands among 300,000, and one that is not there is not', () => {
  const list = listOfAll(Array.from({ length: 300_000 }, (_, i) => entryOf(BigInt(i) * 7919n + (1n << 100n))))
  expect(list.raw.length).toBeGreaterThan(9_000_000)
  for (const index of [0n, 150_000n, 299_999n])
    expect(find(list, index * 7919n + (1n << 100n))).toMatchObject({ revokedAt: Date.UTC(2025, 5, 1), reason: 0 })
  expect(find(list, (1n << 100n) << 1n)).toBeNull()
  expect(find(list, 5n)).toBeNull()
})

test('the octets of a number inside a longer number, or inside a date, are not the number', () => {
  const list = listOf(entryOf(0x7f02011122n))
  expect(find(list, 0x11n)).toBeNull()
  expect(find(list, 0x7f02011122n)).not.toBeNull()
})

test('a number that is not written in its shortest form makes the list unreadable, not the certificate good', () => {
  const padded = sequence(Uint8Array.of(2, 2, 0, 5), time(Date.UTC(2025, 5, 1)))
  expect(() => find(listOf(padded), 5n)).toThrow(Malformed)
  expect(() => find(listOf(sequence(Uint8Array.of(4, 1, 5), time(made))), 5n)).toThrow(Malformed)
})

test('a list whose last entry is cut short is unreadable', () => {
  const cut = Buffer.concat([entryOf(1), Uint8Array.of(0x30, 0x20, 0x02)])
  expect(() => find(listOf(cut), 5n)).toThrow(Malformed)
})
