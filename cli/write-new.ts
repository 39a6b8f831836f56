import { open, rm } from 'node:fs/promises'

/** A file that was not there before, whole and flushed once this returns: what could not be written to its end is taken away again. */
export async function writeNew(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx')
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
