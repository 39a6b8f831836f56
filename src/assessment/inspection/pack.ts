import { hash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file of the folder. The names are ours: nothing the facility wrote becomes a path. */
export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `SHA256SUMS` — a line for each file, as `sha256sum -c` reads it. */
export function sumsOf(files: readonly PackedFile[]): PackedFile {
  const lines = files.map(({ name, bytes }) => `${hash('sha256', bytes)}  ${name}\n`)
  return { name: 'SHA256SUMS', bytes: Buffer.from(lines.join('')) }
}

/** The folder as one ZIP, dated by its day, so that the same files give the same bytes. */
export function pack(folder: string, files: readonly PackedFile[], at: string): Promise<Buffer> {
  const zip = new ZipFile()
  // The time of day in ZIP has no zone; UTC written as local time is the same on every machine.
  const utc = new Date(at)
  const mtime = new Date(Date.UTC(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()))
  for (const { name, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes), `${folder}/${name}`, { mtime, forceDosTimestamp: true })
  }
  zip.end()
  return buffer(zip.outputStream)
}
