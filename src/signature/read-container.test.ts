import { buffer } from 'node:stream/consumers'
import { Malformed } from '@omamori/signature'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { readContainer } from './read-container.ts'

const zipOf = (parts: Readonly<Record<string, Uint8Array | string>>, compress = true): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: compress && name !== 'mimetype' })
  zip.end()
  return buffer(zip.outputStream)
}

const reasonOf = async (bytes: Uint8Array) => {
  const read = await readContainer(bytes)
  return read instanceof Malformed ? read.reason : read
}

/** With one text put in place of another of the same length, where that stands first. */
function changed(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes)
  copy.write(to, copy.indexOf(from))
  return copy
}

test('the entries of a zip come in the order in which they stand', async () => {
  expect(await readContainer(await zipOf({ mimetype: 'm', '紹介状.txt': '見本', 'META-INF/x': 'y' }))).toEqual([
    { name: 'mimetype', bytes: Buffer.from('m'), stored: true },
    { name: '紹介状.txt', bytes: Buffer.from('見本'), stored: false },
    { name: 'META-INF/x', bytes: Buffer.from('y'), stored: false },
  ])
})

test('what is no zip is none, and half a zip is damaged', async () => {
  const zip = await zipOf({ a: 'b' })
  expect(await reasonOf(Buffer.from('%PDF-1.7'))).toBeNull()
  expect(await reasonOf(zip.subarray(0, -30))).toBe('zip-damaged')
})

test('a file that is not as its checksum says is damaged', async () => {
  const zip = await zipOf({ 'a.txt': 'hello' }, false)
  expect(await reasonOf(changed(zip, 'hello', 'HELLO'))).toBe('zip-damaged')
})

test('two names for one file, or none that all read alike, are refused', async () => {
  const zip = await zipOf({ 'a.txt': 'x' })
  expect(await reasonOf(changed(zip, 'a.txt', 'b.txt'))).toBe('zip-two-names')
  const latin = Buffer.from(zip)
  for (let at = latin.indexOf('a.txt'); at >= 0; at = latin.indexOf('a.txt', at)) latin[at] = 0x83
  expect(await reasonOf(latin)).toBe('zip-name-encoding')
})

test('octets that no entry owns are refused', async () => {
  const zip = await zipOf({ 'a.txt': 'x', 'b.txt': 'y' })
  const directory = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  // Only the second entry is left in the directory; the first stands before it, seen by whoever reads from the front.
  const second = zip.indexOf('PK\u0001\u0002', directory + 1, 'latin1')
  const end = Buffer.from(zip.subarray(zip.indexOf('PK\u0005\u0006', 0, 'latin1')))
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(zip.length - end.length - second, 12)
  end.writeUInt32LE(second, 16)
  expect(await reasonOf(Buffer.concat([zip.subarray(0, -end.length), end]))).toBe('zip-hidden-octets')
})

test('entries over one another are refused', async () => {
  const zip = await zipOf({ 'a.txt': 'x', 'b.txt': 'y' })
  const second = zip.indexOf('PK\u0001\u0002', zip.indexOf('PK\u0001\u0002', 0, 'latin1') + 1, 'latin1')
  const twice = Buffer.from(zip)
  twice.writeUInt32LE(0, second + 42)
  expect(await reasonOf(twice)).toBe('zip-overlap')
})

test('a container with a password, or packed in a way that we do not know, is refused by name', async () => {
  const zip = await zipOf({ 'a.txt': 'x' })
  const directory = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  const locked = Buffer.from(zip)
  locked[directory + 8] = 1
  expect(await reasonOf(locked)).toBe('zip-encrypted')
  const strange = Buffer.from(zip)
  strange.writeUInt16LE(93, directory + 10)
  expect(await reasonOf(strange)).toBe('zip-compression')
})

test('a bomb is refused before anything is unpacked, and so are too many entries', async () => {
  expect(await reasonOf(await zipOf({ bomb: new Uint8Array(2_000_000) }))).toBe('zip-unpacks-too-large')
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`${i}`, '']))
  expect(await reasonOf(await zipOf(many, false))).toBe('zip-too-many-entries')
})
