import { Malformed } from '@omamori/signature'
import type { Found } from '../content.ts'

/** A picture has no words of its own; they come by OCR. */
const wordless = [{ code: 'no-text', facts: {} }]

export const readPng = (bytes: Uint8Array): Found => {
  const view = viewOf(bytes)
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) throw new Malformed('png-header')
  return { pages: 1, facts: { width: view.getUint32(16), height: view.getUint32(20) }, unread: wordless }
}

/** Segments before the picture itself; a camera writes some ten, Photoshop some fifty. */
const mostSegments = 1_000

export function readJpeg(bytes: Uint8Array): Found {
  const view = viewOf(bytes)
  for (let at = 2, passed = 0; passed < mostSegments && at + 9 <= bytes.length; passed++) {
    const marker = view.getUint16(at)
    if (marker < 0xff01) throw new Malformed('jpeg-marker', { at })
    // SOF0 to SOF15, without DHT, JPG and DAC, which share the row.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { pages: 1, facts: { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }, unread: wordless }
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2)
  }
  throw new Malformed('jpeg-no-frame')
}

/** A fax of a whole chart. */
const mostPages = 10_000
const tiffTags = { width: 256, height: 257, compression: 259, dateTime: 306 } as const

export function readTiff(bytes: Uint8Array): Found {
  const directories = tiffDirectories(bytes)
  const [first] = directories
  if (!first) throw new Malformed('tiff-no-picture')
  const [width, height] = [first.get(tiffTags.width) ?? 0, first.get(tiffTags.height) ?? 0]
  return { pages: directories.length, facts: { width, height }, unread: wordless, date: dateAt(bytes, first) }
}

/** Page by page, whether it is packed as JPEG: 6 and 7 of TIFF 6.0 and its technical note 2. */
export const jpegPagesOfTiff = (bytes: Uint8Array): readonly boolean[] =>
  tiffDirectories(bytes).map((directory) => [6, 7].includes(directory.get(tiffTags.compression) ?? 0))

/** Directory after directory; one that was already seen would never end, and is refused. */
function tiffDirectories(bytes: Uint8Array): readonly ReadonlyMap<number, number>[] {
  const view = viewOf(bytes)
  const little = bytes[0] === 0x49
  const directories = new Map<number, ReadonlyMap<number, number>>()
  for (let at = longAt(view, 4, little); at !== 0; ) {
    if (directories.has(at)) throw new Malformed('tiff-circle', { at })
    if (directories.size >= mostPages) throw new Malformed('tiff-too-many-pages', { limit: mostPages })
    const count = shortAt(view, at, little)
    directories.set(at, directoryAt(view, at, count, little))
    at = longAt(view, at + 2 + count * 12, little)
  }
  return [...directories.values()]
}

/** Values of one short or long by their tag; of anything else, where it lies. */
function directoryAt(view: DataView, at: number, count: number, little: boolean): ReadonlyMap<number, number> {
  const values = new Map<number, number>()
  for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
    const isShort = shortAt(view, entry + 2, little) === 3
    values.set(
      shortAt(view, entry, little),
      isShort ? shortAt(view, entry + 8, little) : longAt(view, entry + 8, little),
    )
  }
  return values
}

function dateAt(bytes: Uint8Array, directory: ReadonlyMap<number, number>): string | null {
  const at = directory.get(tiffTags.dateTime) ?? 0
  const text = Buffer.from(bytes.subarray(at, at + 19)).toString('latin1')
  return /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(text) ? text : null
}

function shortAt(view: DataView, at: number, little: boolean): number {
  if (at + 2 > view.byteLength) throw new Malformed('tiff-cut-short', { at })
  return view.getUint16(at, little)
}

function longAt(view: DataView, at: number, little: boolean): number {
  if (at + 4 > view.byteLength) throw new Malformed('tiff-cut-short', { at })
  return view.getUint32(at, little)
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
