import { open, rm } from 'node:fs/promises'
import { Refusal } from '#shared'

/** A file that was not there before, whole and flushed once this returns: what could not be written to its end is taken away again. `already-exists` where one is there. */
export async function writeNew(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Refusal('already-exists', { file: path }, { cause: error }) : error
  })
  try {
    for (const part of parts) await file.writeFile(part)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
