import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

// Nobody reads it, and it is not the clock's: the same parts give the same bytes. A zip holds local time.
const mtime = new Date(1980, 0, 1)

/** A zip of these parts. Uncompressed, what is read is exactly what was looked at. */
export function pack(
  parts: ReadonlyMap<string, Uint8Array>,
  { compress }: { readonly compress: boolean } = { compress: false },
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) {
    zip.addBuffer(Buffer.from(content), name, { compress, mtime, forceDosTimestamp: true })
  }
  zip.end()
  return buffer(zip.outputStream)
}

/** The same zip without the moment at which each of its parts was put into it. For our own: it knows no limits. */
export async function withoutClock(bytes: Uint8Array): Promise<Buffer> {
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return pack(parts, { compress: true })
}
