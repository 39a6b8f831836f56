import { readFile, stat } from 'node:fs/promises'
import { type Facility, parseFacilityFile } from '#registry'
import { Refusal } from '#shared'

// The reader's own limit is 5 MB; what is clearly beyond is not even loaded.
const MAX_BYTES = 50_000_000

// A binder of scans has some hundred megabytes; a file is held in memory once, and a second time nowhere.
const MAX_BYTES_OF_A_DOCUMENT = 1_000_000_000

/** A file that somebody named on the command line; `not-found` and `too-large` name it. */
export async function readInput(file: string, limit = MAX_BYTES): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Refusal('not-found', { file })
  if (found.size > limit) throw new Refusal('too-large', { file, limit })
  return readFile(file)
}

/** A file that is signed or will be: any document that people have. */
export const readDocument = (file: string): Promise<Uint8Array> => readInput(file, MAX_BYTES_OF_A_DOCUMENT)

/** The facility that a file describes; a refusal of what stands in it names the file. */
export async function readFacilityFile(file: string, knownFacts: readonly string[]): Promise<Facility> {
  const bytes = await readInput(file)
  try {
    return await parseFacilityFile({ name: file, bytes }, knownFacts)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, file }, { cause: error })
    throw error
  }
}
