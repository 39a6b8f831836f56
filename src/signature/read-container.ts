import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type ContainerEntry, Malformed } from '@omamori/signature'
import type { Entry, ZipFile } from 'yauzl'

/** A signed container holds a handful of files; what a ward sends with a hundred pictures stays far below. */
const mostEntries = 1_000
/** All of it is held in memory, beside the file. */
const mostBytes = 256 * 1024 * 1024
/** XML shrinks to a fiftieth; a deflate bomb to a thousandth. Small files say nothing by their ratio. */
const mostRatio = 300
const smallBytes = 1_000_000
/** The longest data descriptor (zip64, with its mark) is all that may stand between two entries. */
const mostBetween = 24

/**
 * 署名コンテナの中身 — the entries of a zip in the order in which they stand in it; null: it is none. The directory is judged before
 * anything is unpacked. Another program must find the same files in it: names that are told twice in different ways, octets that no entry owns and
 * entries over one another are refused, with `Malformed`.
 */
export async function readContainer(bytes: Uint8Array): Promise<readonly ContainerEntry[] | Malformed | null> {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\x03\x04') return null
  const { fromBufferPromise } = await import('yauzl')
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
    })
    if (zip.entryCount > mostEntries) throw new Malformed('zip-too-many-entries', { limit: mostEntries })
    return await unpackEach(zip, await entriesOf(zip))
  } catch (error) {
    if (error instanceof Malformed) return error
    return new Malformed('zip-damaged')
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  if (entries.some((entry) => entry.isEncrypted())) throw new Malformed('zip-encrypted')
  if (entries.some(({ compressionMethod }) => compressionMethod !== 0 && compressionMethod !== 8))
    throw new Malformed('zip-compression')
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isDense = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostRatio,
  )
  if (isDense || total > mostBytes) throw new Malformed('zip-unpacks-too-large', { limit: mostBytes })
  return entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
}

async function unpackEach(zip: ZipFile, entries: readonly Entry[]): Promise<readonly ContainerEntry[]> {
  const unpacked: ContainerEntry[] = []
  let end = 0
  for (const entry of entries) {
    const header = await zip.readLocalFileHeaderPromise(entry)
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) throw new Malformed('zip-overlap', { at: start })
    if (start - end > (unpacked.length === 0 ? 0 : mostBetween)) throw new Malformed('zip-hidden-octets', { at: end })
    const name = nameOf(entry)
    if (Buffer.compare(header.fileName, entry.fileNameRaw) !== 0) throw new Malformed('zip-two-names', { name })
    end = header.fileDataStart + entry.compressedSize
    const bytes = await contentOf(await zip.openReadStreamPromise(entry))
    if (crc32(bytes) !== entry.crc32) throw new Malformed('zip-damaged', { name })
    unpacked.push({ name, bytes, stored: entry.compressionMethod === 0 })
  }
  return unpacked
}

/** UTF-8 and nothing else: in another encoding a name would depend on who reads it. */
function nameOf({ fileNameRaw, extraFields }: Entry): string {
  // Info-ZIP's second name.
  const other = extraFields.find(({ id }) => id === 0x7075)?.data.subarray(5)
  if (other !== undefined && Buffer.compare(other, fileNameRaw) !== 0) throw new Malformed('zip-two-names')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw)
  } catch {
    throw new Malformed('zip-name-encoding')
  }
}

async function contentOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
