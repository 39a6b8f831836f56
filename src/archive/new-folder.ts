import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '#shared'
import { diskRefusalOf } from '#storage'

/** 作りかけのフォルダー — `NAME.new` until it is whole. Files are flushed once a call returns; folders on their way are made. */
export interface NewFolder {
  write(name: string, content: string | Uint8Array): Promise<void>
  /** The file is gone again where the pieces end in an error, which is thrown on as it is. */
  stream(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /** Gives it its name: from now on it is there after a power cut too. */
  complete(): Promise<void>
  /** Takes everything away again. */
  abandon(): Promise<void>
}

/** By which a folder of a killed run is known as ours: its first file, and how that begins. */
interface Cover {
  readonly file: string
  readonly begins: string
}

/** Refuses what is there already; what a killed run left under `NAME.new` is taken away. */
export async function beginFolder(name: string, cover: Cover): Promise<NewFolder> {
  const folder = resolve(name)
  const unfinished = `${folder}.new`
  if (existsSync(folder)) throw new Refusal('already-exists', { reason: 'export-folder-there', file: folder })
  if (existsSync(unfinished)) await removeLeftover(unfinished, cover)
  await onDisk(unfinished, () => mkdir(unfinished, { recursive: true }))
  const below = new Map([[unfinished, Promise.resolve()]])
  // One by one: the folder itself is never made anew where somebody took the medium away.
  const makeFolder = (folder: string): Promise<void> => {
    const made = below.get(folder) ?? makeFolder(dirname(folder)).then(() => mkdir(folder))
    below.set(folder, made)
    return made
  }
  const placeOf = async (file: string) => {
    await makeFolder(dirname(join(unfinished, file)))
    return join(unfinished, file)
  }
  const kept = (file: string, fill: (handle: FileHandle) => Promise<void>) =>
    onDisk(join(unfinished, file), async () => writeFlushed(await placeOf(file), fill))
  return {
    write: (file, content) => kept(file, (handle) => handle.writeFile(content)),
    stream: async (file, pieces) => {
      const reading = { failed: undefined as { readonly error: unknown } | undefined }
      await kept(file, (handle) => copy(handle, pieces, reading))
      if (!reading.failed) return
      await rm(join(unfinished, file))
      throw reading.failed.error
    },
    complete: () =>
      onDisk(folder, async () => {
        for (const each of [...below.keys()].toSorted().toReversed()) await flushFolder(each)
        // A folder that appeared meanwhile is refused by the system unless it is empty; then nothing is lost.
        await rename(unfinished, folder)
        await flushFolder(dirname(folder))
      }),
    abandon: () => rm(unfinished, { recursive: true, force: true }),
  }
}

/** Reading and writing fail apart: only what the disk refuses is the disk's. */
async function copy(
  handle: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  reading: { failed: { readonly error: unknown } | undefined },
): Promise<void> {
  const from = pieces[Symbol.asyncIterator]()
  for (;;) {
    const next = await from.next().catch((error: unknown) => {
      reading.failed = { error }
    })
    if (!next || next.done) return
    await handle.writeFile(next.value)
  }
}

async function removeLeftover(unfinished: string, { file, begins }: Cover): Promise<void> {
  const text = await readFile(join(unfinished, file), 'utf8').catch(() => '')
  if (!text.startsWith(begins)) throw new Refusal('already-exists', { reason: 'export-folder-there', file: unfinished })
  await rm(unfinished, { recursive: true })
}

async function onDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw diskRefusalOf(error, file)
  }
}

async function writeFlushed(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await fill(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
