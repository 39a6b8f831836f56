import { createHash } from 'node:crypto'

/** One file of a tar stream, read to its end. */
export interface TarFile {
  readonly name: string
  readonly bytes: number
  readonly head: Uint8Array
  readonly sha256?: string
  readonly linksTo?: string
}

/** The stream is no tar, or ends before its end; the message says which. */
export class TarDamaged extends Error {}

const BLOCK = 512
// Enough for every kind of file to be told, and for its bytes to be counted.
const HEAD_BYTES = 65_536
// Names in such a header are at most some thousand letters; a hostile one says gigabytes and would be held in memory.
const MAX_LONG_NAME = 1_000_000

/**
 * The files of a tar stream (ustar, GNU, pax), one after the other; nothing is unpacked to the disk. Ours, because no
 * library tells a stream that was cut between two files from a whole one: the end is two empty blocks, and we ask for them.
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  wantsDigest: (name: string) => boolean = () => false,
): AsyncGenerator<TarFile> {
  const reader = blocksOf(source)
  let longName: string | undefined
  let longLink: string | undefined
  let longSize: number | undefined
  while (true) {
    const header = await reader.take(BLOCK)
    if (header === undefined) throw new TarDamaged('truncated')
    if (header.every((byte) => byte === 0)) {
      const second = await reader.take(BLOCK)
      if (second === undefined || !second.every((byte) => byte === 0)) throw new TarDamaged('truncated')
      await reader.drain()
      return
    }
    if (!hasItsSum(header)) throw new TarDamaged('header')
    const type = String.fromCharCode(header[156] ?? 0)
    const size = longSize ?? numberAt(header, 124, 12)
    if ('LKxg'.includes(type)) {
      const said = await named(reader, size)
      if (type === 'L') longName = said.replace(/\0.*$/s, '')
      if (type === 'K') longLink = said.replace(/\0.*$/s, '')
      if (type === 'x') {
        longName = paxField(said, 'path') ?? longName
        longLink = paxField(said, 'linkpath') ?? longLink
        longSize = Number(paxField(said, 'size') ?? Number.NaN) || undefined
      }
      continue
    }
    const prefix = textAt(header, 257, 6) === 'ustar' ? textAt(header, 345, 155) : ''
    const name = longName ?? (prefix === '' ? '' : `${prefix}/`) + textAt(header, 0, 100)
    const linksTo = type === '1' || type === '2' ? (longLink ?? textAt(header, 157, 100)) : undefined
    longName = longLink = longSize = undefined
    const isFile = type === '0' || type === '\0' || type === '7'
    const read = await body(reader, isFile ? size : 0, isFile && wantsDigest(name))
    if (isFile || type === '2') yield { name, bytes: isFile ? size : 0, ...read, ...(type === '2' ? { linksTo } : {}) }
  }
}

async function named(reader: Blocks, size: number): Promise<string> {
  if (size > MAX_LONG_NAME) throw new TarDamaged('header')
  const bytes = await reader.take(padded(size))
  if (bytes === undefined) throw new TarDamaged('truncated')
  return Buffer.from(bytes.subarray(0, size)).toString('utf8')
}

async function body(reader: Blocks, size: number, digest: boolean) {
  const hash = digest ? createHash('sha256') : undefined
  const heads: Uint8Array[] = []
  let [left, kept] = [size, 0]
  let filling = padded(size) - size
  while (left + filling > 0) {
    const chunk = await reader.some(left > 0 ? left : filling)
    if (chunk === undefined) throw new TarDamaged('truncated')
    if (left === 0) {
      filling -= chunk.length
      continue
    }
    left -= chunk.length
    hash?.update(chunk)
    if (kept < HEAD_BYTES) heads.push(chunk.subarray(0, HEAD_BYTES - kept))
    kept += chunk.length
  }
  return { head: Buffer.concat(heads), ...(hash ? { sha256: hash.digest('hex') } : {}) }
}

function hasItsSum(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  return sum === numberAt(header, 148, 8)
}

/** Octal text, or base 256 where the first bit says so. */
function numberAt(header: Uint8Array, from: number, length: number): number {
  const field = header.subarray(from, from + length)
  if ((field[0] ?? 0) & 0x80) return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0)
  return Number.parseInt(Buffer.from(field).toString('latin1').trim() || '0', 8)
}

function textAt(header: Uint8Array, from: number, length: number): string {
  const field = Buffer.from(header.subarray(from, from + length))
  const end = field.indexOf(0)
  return field.subarray(0, end < 0 ? length : end).toString('utf8')
}

function paxField(text: string, key: string): string | undefined {
  return new RegExp(`(?:^|\\n)\\d+ ${key}=([^\\n]*)\\n`).exec(text)?.[1]
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK

interface Blocks {
  /** Exactly so many bytes, or undefined when fewer are left. */
  take(bytes: number): Promise<Uint8Array | undefined>
  /** At least one byte and at most so many, or undefined at the end. */
  some(most: number): Promise<Uint8Array | undefined>
  drain(): Promise<void>
}

function blocksOf(source: AsyncIterable<Uint8Array>): Blocks {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  async function some(most: number): Promise<Uint8Array | undefined> {
    while (rest.length === 0) {
      const { value, done } = await chunks.next()
      if (done) return undefined
      rest = value
    }
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
  return {
    some,
    async take(bytes) {
      const parts: Uint8Array[] = []
      for (let left = bytes; left > 0; ) {
        const part = await some(left)
        if (part === undefined) return undefined
        parts.push(part)
        left -= part.length
      }
      return parts.length === 1 ? parts[0] : Buffer.concat(parts)
    },
    async drain() {
      while ((await some(1_000_000)) !== undefined);
    },
  }
}
