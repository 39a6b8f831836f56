import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '#shared'
import { diskRefusalOf } from '../disk-errors.ts'
import { createPrivateDirectory, syncDirectory } from '../private-files.ts'
import { type Digest, digestOfFile } from './digest/digest-files.ts'
import { recentNames } from './recent-names.ts'

export type { Digest }

/** A file as it lies in a place: ciphertext, named by its own SHA-256. */
export interface KeptFile {
  readonly sha256: string
}

/** A file that a place holds, or what is left of one that was never finished. */
export interface FoundFile {
  /** Null for what was never finished. */
  readonly sha256: string | null
  /** In milliseconds since 1970, by the clock of the place. */
  readonly changedAt: number
  /** Made by this process a short while ago: its row may be on its way. */
  readonly isRecent: boolean
  remove(): Promise<void>
}

/** 保管場所 — where ciphertext lies: a folder, or a bucket. */
export interface BlobFiles {
  /** Durable once it returns; when it throws, no file was left. */
  keep(pieces: AsyncIterable<Uint8Array>): Promise<KeptFile>
  /** Reads a part; shorter than asked when the file is. Refuses as `corrupt` when the file is not there. */
  read(sha256: string, offset: number, length: number): Promise<Uint8Array>
  remove(sha256: string): Promise<void>
  /** What the file really holds; undefined when it is not there. What cannot be read (a bad sector) is `unreadable`. */
  digest(sha256: string): Promise<Digest | 'unreadable' | undefined>
  /** Everything that lies there. */
  list(): AsyncIterable<FoundFile>
}

/** 控えの場所 — it may lie on a disk that is taken away. */
export interface SecondPlace extends BlobFiles {
  /** Whether it is the very place that was named, and not an empty folder where its disk is missing. */
  isThere(): Promise<boolean>
}

const unfinished = '.new'
const nameOfFile = /^[0-9a-f]{64}$/

/** 保管庫 — files in a folder, two letters of their name to a folder. */
export function openBlobFiles(directory: string): BlobFiles {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256)
  const durable = new Set<string>()
  const recent = recentNames()

  // Once in the life of a process even where the folder is there: whoever made it may have fallen before the flush.
  function makeDurable(folder: string): void {
    createPrivateDirectory(folder)
    if (durable.has(folder)) return
    syncDirectory(dirname(folder))
    durable.add(folder)
  }

  async function moveIn(temporary: string, sha256: string): Promise<void> {
    const folder = dirname(pathOf(sha256))
    makeDurable(folder)
    // Opened before the rename: an error of the flush is reported to those who had the folder open.
    const folderHandle = await open(folder, 'r')
    try {
      await rename(temporary, pathOf(sha256))
      await folderHandle.sync()
    } finally {
      await folderHandle.close()
    }
  }

  return {
    async keep(pieces) {
      makeDurable(directory)
      const name = `${randomUUID()}${unfinished}`
      const temporary = join(directory, name)
      recent.add(name)
      try {
        const sha256 = await writeAll(temporary, pieces)
        recent.add(sha256)
        await moveIn(temporary, sha256)
        return { sha256 }
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {})
        throw diskRefusalOf(error)
      }
    },
    async read(sha256, offset, length) {
      const file = await open(pathOf(sha256), 'r').catch((error: unknown) => {
        throw new Refusal('corrupt', { what: 'blob', sha256, wayOut: 'restore-from-backup' }, { cause: error })
      })
      try {
        return await readPart(file, offset, length)
      } finally {
        await file.close()
      }
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    digest: (sha256) => digestOfFile(pathOf(sha256)),
    list: () => filesIn(directory, recent.has),
  }
}

/** Entry by entry, so that ten million files need no list of them. What is neither ours nor half of ours is left alone. */
async function* filesIn(directory: string, isRecent: (name: string) => boolean): AsyncGenerator<FoundFile> {
  const entries = await opendir(directory).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw diskRefusalOf(error)
  })
  for await (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) yield* filesIn(path, isRecent)
    const sha256 = nameOfFile.test(entry.name) ? entry.name : null
    if (!entry.isFile() || (sha256 === null && !entry.name.endsWith(unfinished))) continue
    const found = await stat(path).catch(() => undefined)
    const remove = () => rm(path, { force: true })
    if (found) yield { sha256, changedAt: found.mtimeMs, isRecent: isRecent(entry.name), remove }
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Writes, hashes and flushes; returns the SHA-256 of what was written. */
async function writeAll(path: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function readPart(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
