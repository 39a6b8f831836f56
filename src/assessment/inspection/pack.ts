import { hash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { dayOf, type Instant } from '#shared'

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
export function pack(folder: string, files: readonly PackedFile[], at: Instant): Promise<Buffer> {
  const zip = new ZipFile()
  // A zip holds local time and no zone: midnight here, wherever here is, is written alike on every machine.
  const mtime = new Date(`${dayOf(at)}T00:00`)
  for (const { name, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes), `${folder}/${name}`, { mtime, forceDosTimestamp: true })
  }
  zip.end()
  return buffer(zip.outputStream)
}
