import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Hidden, so that a run that was cut off leaves nothing that the next one takes for a document. */
const beside = (file: string): string => join(dirname(file), `.${basename(file)}.omamori-new`)

/**
 * Puts the new octets in the place of the old ones: at every moment, also after a power cut, the name leads to one of the two, whole. False, and nothing
 * done, where somebody changed the file since it was read. Owner and rights stay.
 */
export async function replaceFile(file: string, before: Uint8Array, after: Uint8Array): Promise<boolean> {
  const { mode, uid, gid } = await stat(file)
  const temporary = beside(file)
  try {
    await writeSynced(temporary, after, { mode: mode & 0o7777, uid, gid })
    if (Buffer.compare(await readFile(file), before) !== 0) return false
    await rename(temporary, file)
    await syncFolder(dirname(file))
    return true
  } finally {
    await rm(temporary, { force: true })
  }
}

interface Rights {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

async function writeSynced(file: string, bytes: Uint8Array, { mode, uid, gid }: Rights): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    if (process.getuid?.() !== uid || process.getgid?.() !== gid) await handle.chown(uid, gid)
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
