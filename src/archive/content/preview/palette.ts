import { Malformed } from '@omamori/signature'
import type { DataSet } from '../dicom/read-data-set.ts'

/** Red, green, blue: how many entries, from which value, of how many bits; and the entries themselves. */
const tables = [
  ['00281101', '00281201'],
  ['00281102', '00281202'],
  ['00281103', '00281203'],
] as const

/** PALETTE COLOR (PS3.3 C.7.9): each stored octet names an entry of three tables. */
export function coloursByPalette(frame: Uint8Array, little: boolean, data: DataSet): Uint8Array {
  const colours = new Uint8Array(frame.length * 3)
  tables.forEach((tags, colour) => {
    const entryOf = tableOf(data, tags, little)
    for (let pixel = 0; pixel < frame.length; pixel++) colours[pixel * 3 + colour] = entryOf(frame[pixel] ?? 0)
  })
  return colours
}

function tableOf({ elements }: DataSet, [descriptor, entries]: (typeof tables)[number], little: boolean) {
  const [form, lookup] = [viewOf(elements.get(descriptor)?.value), viewOf(elements.get(entries)?.value)]
  if (form.byteLength < 6) throw new Malformed('picture-palette')
  const [count, first, bits] = [
    form.getUint16(0, little) || 0x10000,
    form.getUint16(2, little),
    form.getUint16(4, little),
  ]
  const isWide = bits === 16 || lookup.byteLength >= count * 2
  if (lookup.byteLength < count * (isWide ? 2 : 1)) throw new Malformed('picture-palette', { count })
  return (value: number): number => {
    const at = Math.min(Math.max(value - first, 0), count - 1)
    if (!isWide) return lookup.getUint8(at)
    const entry = lookup.getUint16(at * 2, little)
    return bits === 16 ? entry >> 8 : entry & 0xff
  }
}

const viewOf = (value: Uint8Array = new Uint8Array()): DataView =>
  new DataView(value.buffer, value.byteOffset, value.byteLength)
