import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '#shared'

// The reader's own limit is 5 MB; what is clearly beyond is not even loaded.
const MAX_BYTES = 50_000_000

/** A file that somebody named on the command line; `not-found` and `too-large` name it. */
export async function readInput(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Refusal('not-found', { file })
  if (found.size > MAX_BYTES) throw new Refusal('too-large', { file, limit: MAX_BYTES })
  return readFile(file)
}
