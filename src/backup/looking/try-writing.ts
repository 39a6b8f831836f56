import { constants } from 'node:fs'
import { access, lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface Tried {
  readonly writing: 'open' | 'closed' | 'unknown'
  readonly because: string
}

// Opening some is enough to see whether a share lets anybody write; each is a round trip on a slow line.
const FILES_TRIED = 3
const FOLDERS_TRIED = 20

/**
 * Whether this account could write at a place, tried without writing: the folder is asked for the right, and some files
 * are opened for writing and closed again, as they are. Whoever owns a file could give himself the right, so owning counts.
 */
export async function tryWriting(path: string): Promise<Tried> {
  try {
    const found = await lstat(path)
    const isOurs = found.uid === process.getuid?.()
    const whole = await ask(path, isOurs)
    if (whole !== undefined) return whole
    if (!found.isDirectory()) return (await openForWriting(path)) ?? closed
    for (const file of await someFiles(path)) {
      const tried = await openForWriting(file)
      if (tried !== undefined) return tried
    }
    return closed
  } catch (error) {
    return { writing: 'unknown', because: (error as NodeJS.ErrnoException).code ?? 'error' }
  }
}

const closed: Tried = { writing: 'closed', because: 'refused' }

async function ask(path: string, isOurs: boolean): Promise<Tried | undefined> {
  try {
    await access(path, constants.W_OK)
    return { writing: 'open', because: 'permitted' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // On a medium that is read only, or a file made immutable, the owner is refused too.
    if (code === 'EACCES' && isOurs) return { writing: 'open', because: 'owner' }
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return undefined
    throw error
  }
}

async function openForWriting(file: string): Promise<Tried | undefined> {
  try {
    await (await open(file, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK)).close()
    return { writing: 'open', because: 'opened' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (['EACCES', 'EROFS', 'EPERM', 'ELOOP', 'ETXTBSY'].includes(code ?? '')) return undefined
    throw error
  }
}

async function someFiles(root: string): Promise<readonly string[]> {
  const files: string[] = []
  const folders = [root]
  for (let at = 0; at < folders.length && at < FOLDERS_TRIED && files.length < FILES_TRIED; at++) {
    const folder = folders[at] ?? root
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isFile() && files.length < FILES_TRIED) files.push(join(folder, entry.name))
      if (entry.isDirectory()) folders.push(join(folder, entry.name))
    }
  }
  return files
}
