import type { Dice } from './dice.ts'

/** Octets that decide something in DER, PDF or XML: identifiers, lengths, ends, quotes. */
const telling = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x17, 0x30, 0x31, 0x7f, 0x80, 0x84, 0xa0, 0xff]
const marks = [0x20, 0x22, 0x26, 0x28, 0x3c, 0x3e, 0x5b, 0x5d, 0x2f, 0x25]

/** One to six changes, each at a place of its own. `other` is another honest input, of which pieces are taken. */
export function mutate(octets: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let changed = Buffer.from(octets)
  for (let changes = 1 + dice(6); changes > 0; changes--) changed = changeOnce(changed, other, dice)
  return changed
}

function changeOnce(octets: Buffer<ArrayBuffer>, other: Uint8Array, dice: Dice): Buffer<ArrayBuffer> {
  if (octets.length === 0) return Buffer.from(other)
  const at = dice(octets.length)
  const piece = octets.subarray(at, at + 1 + dice(32))
  switch (dice(9)) {
    case 0:
      return put(octets, at, (octets[at] ?? 0) ^ (1 << dice(8)))
    case 1:
      return put(octets, at, dice(256))
    case 2:
      return put(octets, at, telling[dice(telling.length)] ?? 0)
    case 3:
      return put(octets, at, marks[dice(marks.length)] ?? 0)
    case 4:
      return put(octets, at, ((octets[at] ?? 0) + (dice(2) === 0 ? 1 : 255)) % 256)
    case 5:
      return Buffer.concat([octets.subarray(0, at), octets.subarray(at + piece.length)])
    case 6:
      return Buffer.concat([octets.subarray(0, at), piece, octets.subarray(at)])
    case 7:
      return octets.subarray(0, at)
    default:
      return splice(octets, other, at, dice)
  }
}

function put(octets: Buffer<ArrayBuffer>, at: number, octet: number): Buffer<ArrayBuffer> {
  const changed = Buffer.from(octets)
  changed[at] = octet
  return changed
}

function splice(octets: Buffer<ArrayBuffer>, other: Uint8Array, at: number, dice: Dice): Buffer<ArrayBuffer> {
  const from = dice(other.length + 1)
  const piece = other.subarray(from, from + dice(64))
  return Buffer.concat([octets.subarray(0, at), piece, octets.subarray(at + (dice(2) === 0 ? piece.length : 0))])
}
