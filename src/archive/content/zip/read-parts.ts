import type { Readable } from 'node:stream'
import { Malformed } from '@omamori/signature'
import type { Entry, ZipFile } from 'yauzl'
import { decodeText } from '../text/decode-text.ts'

/** SS-MIX2 of a patient over many years; an Office file has some fifty. */
const mostEntries = 20_000
/** The XML of a workbook with a hundred thousand rows; it is held in memory while it is read. */
const mostBytes = 64 * 1024 * 1024
/** Sheets of repeated words shrink to a fiftieth; a deflate bomb to a thousandth. Small parts say nothing by their ratio. */
const mostRatio = 300
const smallBytes = 1_000_000

export interface ZipParts {
  /** Every name in the directory, also of what is not unpacked. */
  readonly names: readonly string[]
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/**
 * The parts of a zip that are wanted, at most `most` of them. The directory is judged before anything is unpacked, and unpacking stops at the sizes
 * that it gave: whatever a part says of itself, no more than the limits comes into memory. A zip inside is not opened.
 */
export async function readParts(bytes: Uint8Array, wanted: RegExp, most = 1_000): Promise<ZipParts> {
  const { fromBufferPromise } = await import('yauzl')
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
    })
    if (zip.entryCount > mostEntries) throw new Malformed('zip-too-many-entries', { limit: mostEntries })
    const entries = await entriesOf(zip)
    const chosen = entries.filter(({ name }) => wanted.test(name)).slice(0, most)
    refuseBomb(chosen.map(({ entry }) => entry))
    const parts = new Map<string, Uint8Array>()
    for (const { name, entry } of chosen) parts.set(name, await contentOf(await zip.openReadStreamPromise(entry)))
    return { names: entries.map(({ name }) => name), parts }
  } catch (error) {
    if (error instanceof Malformed) throw error
    throw new Malformed('zip-damaged')
  }
}

interface Named {
  readonly name: string
  readonly entry: Entry
}

async function entriesOf(zip: ZipFile): Promise<readonly Named[]> {
  const entries: Named[] = []
  // Japanese Windows writes names in Shift_JIS without saying so.
  for await (const entry of zip.eachEntry())
    entries.push({ name: (decodeText(entry.fileNameRaw)?.text ?? '').replaceAll('\\', '/'), entry })
  if (entries.some(({ entry }) => entry.isEncrypted())) throw new Malformed('zip-encrypted')
  return entries
}

function refuseBomb(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isDense = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostRatio,
  )
  if (isDense || total > mostBytes) throw new Malformed('zip-unpacks-too-large', { limit: mostBytes, size: total })
}

async function contentOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
