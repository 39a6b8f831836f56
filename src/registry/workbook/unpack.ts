import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Issue } from '../issue.ts'
import { WorkbookRefused } from './refused.ts'

// A hospital's workbook has about 0.3 MB; the reader of text files takes 5 MB too.
export const MAX_WORKBOOK_BYTES = 5_000_000
// A workbook has about ten parts and one for each sheet.
const MAX_ENTRIES = 300
// Ten times what a hospital's workbook unpacks to; the XML is held in memory while it is read.
const MAX_UNPACKED_BYTES = 60_000_000
// Sheets of repeated words shrink to a fiftieth; beyond three hundred nothing honest is packed. (A deflate bomb: 1000.)
const MAX_RATIO = 300
// Below this, a ratio says nothing.
const SMALL_BYTES = 1_000_000

/** The parts that hold cells and how they look. Everything else (drawings, printers, properties) is left unread. */
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/sheet\d{1,3}\.xml)$/i

/** What may lie in a workbook beside that without being looked at. */
const known = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/)/i

/**
 * The parts of an uploaded workbook, by name. The directory is judged before anything is unpacked, and unpacking stops
 * at the sizes that the directory gave: whatever a part says of itself, no more than the limits comes into memory.
 */
export async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  refuseOther(bytes)
  const { fromBufferPromise } = await import('yauzl')
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    })
    if (zip.entryCount > MAX_ENTRIES)
      throw refused({ code: 'too-many', size: zip.entryCount, expected: most(MAX_ENTRIES) })
    return await unpackEach(zip, await entriesOf(zip))
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error
    throw refused({ code: 'damaged-workbook' }, error)
  }
}

/** What is no zip is named where it is something people have. */
function refuseOther(bytes: Uint8Array): void {
  if (bytes.length > MAX_WORKBOOK_BYTES) {
    throw refused({ code: 'too-large', expected: most(MAX_WORKBOOK_BYTES), size: bytes.length })
  }
  if (bytes.length === 0) throw refused({ code: 'empty' })
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  // The container of .xls, and of workbooks with a password.
  if (begins === '\xd0\xcf\x11\xe0') throw refused({ code: 'old-workbook' })
  if (begins !== 'PK\x03\x04') throw refused({ code: 'not-a-workbook' })
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  const names = entries.map(({ fileName }) => fileName.toLowerCase())
  if (names.some((name) => /vbaproject|\/macrosheets\/|\/activex\/|\.bin$/.test(name) && !isPrinter(name))) {
    throw refused({ code: 'macro' })
  }
  if (names.some((name) => name.includes('externallinks/') || name.endsWith('connections.xml'))) {
    throw refused({ code: 'external-link' })
  }
  const strange = entries.find(({ fileName }) => !known.test(fileName))
  if (strange || new Set(names).size < names.length) throw refused({ code: 'not-a-workbook' })
  if (entries.some((entry) => entry.isEncrypted())) throw refused({ code: 'old-workbook' })
  refuseBomb(entries)
  return entries.filter(({ fileName }) => wanted.test(fileName))
}

const isPrinter = (name: string) => name.startsWith('xl/printersettings/')

function refuseBomb(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isDense = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MAX_RATIO,
  )
  if (isDense || total > MAX_UNPACKED_BYTES) {
    throw refused({ code: 'unpacks-too-large', size: total, expected: most(MAX_UNPACKED_BYTES) })
  }
}

async function unpackEach(zip: ZipFile, entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  for (const entry of entries) parts.set(entry.fileName, await contentOf(await zip.openReadStreamPromise(entry)))
  if (![...parts.keys()].some((name) => name.toLowerCase() === 'xl/workbook.xml'))
    throw refused({ code: 'not-a-workbook' })
  return parts
}

async function contentOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function refused(issue: Omit<Issue, 'path'>, cause?: unknown): WorkbookRefused {
  return new WorkbookRefused({ path: '', ...issue }, cause)
}

function most(max: number) {
  return { type: 'limit', max } as const
}
