import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '#shared'
import { diskRefusalOf } from '#storage'

/** 作りかけのフォルダー — `NAME.new` until it is whole. */
export interface NewFolder {
  /** Flushed once it returns. */
  write(name: string, content: string): Promise<void>
  /** Gives it its name: from now on it is there after a power cut too. */
  complete(): Promise<void>
  /** Takes everything away again. */
  abandon(): Promise<void>
}

const cover = 'package.js'
const coverBegins = 'omamori("package",'

/** Refuses what is there already; what a killed run left of a package under `NAME.new` is taken away. */
export async function beginFolder(name: string, below: readonly string[]): Promise<NewFolder> {
  const folder = resolve(name)
  const unfinished = `${folder}.new`
  if (existsSync(folder)) throw new Refusal('already-exists', { reason: 'emergency-folder-there', file: folder })
  if (existsSync(unfinished)) await removeLeftover(unfinished)
  await onDisk(unfinished, async () => {
    for (const each of ['.', ...below]) await mkdir(join(unfinished, each), { recursive: true })
  })
  return {
    write: (file, content) => onDisk(join(unfinished, file), () => writeFlushed(join(unfinished, file), content)),
    complete: () =>
      onDisk(folder, async () => {
        for (const each of [...below, '.']) await flushFolder(join(unfinished, each))
        // A folder that appeared meanwhile is refused by the system unless it is empty; then nothing is lost.
        await rename(unfinished, folder)
        await flushFolder(dirname(folder))
      }),
    abandon: () => rm(unfinished, { recursive: true, force: true }),
  }
}

async function removeLeftover(unfinished: string): Promise<void> {
  const text = await readFile(join(unfinished, cover), 'utf8').catch(() => '')
  if (!text.startsWith(coverBegins))
    throw new Refusal('already-exists', { reason: 'emergency-folder-there', file: unfinished })
  await rm(unfinished, { recursive: true })
}

async function onDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw diskRefusalOf(error, file)
  }
}

async function writeFlushed(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(content)
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
