import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

// Nobody reads it.
const mtime = new Date(Date.UTC(1980, 0, 1))

/** A zip of these parts, none of them compressed. What is read is then exactly what was looked at. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, { compress: false, mtime })
  zip.end()
  return buffer(zip.outputStream)
}
