import { readFileSync } from 'node:fs'
import { ZipFile } from 'yazl'

/** A file of `testdata/`. */
export const sample = (name: string): Uint8Array => readFileSync(new URL(`./testdata/${name}`, import.meta.url))

/** A zip of these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Shift_JIS, EUC-JP and ISO-2022-JP of 見本 太郎 ﾜﾙﾌｧﾘﾝ, octet by octet; the runtime only reads them. */
export const inJapaneseEncodings = {
  shift_jis: Buffer.from('8ca9967b2091be98590adcd9cca7d8dd', 'hex'),
  'euc-jp': Buffer.from('b8abcbdc20c2c0cfba0a8edc8ed98ecc8ea78ed88edd', 'hex'),
  'iso-2022-jp': Buffer.from('1b2442382b4b5c1b2842201b244242404f3a1b28420a1b2442256f256b25552521256a25731b2842', 'hex'),
} as const

/** A DICOM file in explicit little endian of these elements: tag, value representation, value. */
export function dicomOf(
  transferSyntax: string,
  elements: readonly (readonly [string, string, Uint8Array | number | string])[],
) {
  const meta = elementOf('00020010', 'UI', transferSyntax)
  const parts = elements.map(([tag, vr, value]) => elementOf(tag, vr, value))
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), meta, ...parts])
}

function elementOf(tag: string, vr: string, value: Uint8Array | number | string): Buffer {
  const octets = typeof value === 'number' ? Buffer.from([value % 256, value >> 8]) : Buffer.from(value)
  const even = octets.length % 2 === 0 ? octets : Buffer.concat([octets, Buffer.from(' ')])
  const isLong = vr === 'OB' || vr === 'OW'
  const head = Buffer.alloc(isLong ? 12 : 8)
  head.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0)
  head.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2)
  head.write(vr, 4, 'latin1')
  if (isLong) head.writeUInt32LE(even.length, 8)
  else head.writeUInt16LE(even.length, 6)
  return Buffer.concat([head, even])
}

/** Encapsulated pixel data: an empty offset table and one fragment. */
export function encapsulated(...fragments: readonly Uint8Array[]): Uint8Array {
  const [pixels = '', item = '', end = ''] = ['e07f10004f420000ffffffff', 'feff00e0', 'feffdde000000000']
  const items = fragments.map((fragment) => {
    const even = fragment.length % 2 === 0 ? fragment : Buffer.concat([fragment, Buffer.alloc(1)])
    const length = Buffer.alloc(4)
    length.writeUInt32LE(even.length)
    return Buffer.concat([Buffer.from(item, 'hex'), length, even])
  })
  return Buffer.concat([Buffer.from(pixels + item, 'hex'), Buffer.alloc(4), ...items, Buffer.from(end, 'hex')])
}
