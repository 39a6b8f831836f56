import { constants } from 'node:fs'
import { lstat, open, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#shared'
import { LARGEST_DOCUMENT } from '../../document/register-document.ts'

/** What a scanner calls its files; anything else in the folder is nobody's scan. */
const scanned = /^[^.].*\.(pdf|tiff?|jpe?g|png)$/i
/** A day's work. More of them are shown when these are taken in. */
const mostShown = 200
/** A copier writes page by page: what has not changed for so long is whole. */
const quietMs = 5_000

/** 届いた読取り — a file that lies in the folder and is whole. */
export interface ArrivedScan {
  readonly name: string
  readonly bytes: number
  readonly arrivedAt: string
}

/** Oldest first. Undefined where the folder is not there. Links and folders are not followed. */
export async function arrivedIn(folder: string, now = Date.now()): Promise<readonly ArrivedScan[] | undefined> {
  const names = await namesIn(folder)
  if (names === undefined) return undefined
  const found = await Promise.all(names.filter((name) => scanned.test(name)).map((name) => statOf(folder, name)))
  const whole = found.filter((one) => one !== undefined).filter(({ changedMs }) => now - changedMs >= quietMs)
  return whole
    .toSorted((one, other) => one.changedMs - other.changedMs || (one.name < other.name ? -1 : 1))
    .slice(0, mostShown)
    .map(({ name, bytes, changedMs }) => ({ name, bytes, arrivedAt: new Date(changedMs).toISOString() }))
}

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

async function statOf(folder: string, name: string) {
  try {
    const found = await lstat(join(folder, name))
    return found.isFile() ? { name, bytes: found.size, changedMs: found.mtimeMs } : undefined
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** The content of a file that the list shows; refuses what it does not show, whatever its name leads to. */
export async function readArrived(folder: string, name: string): Promise<Uint8Array> {
  const shown = (await arrivedIn(folder))?.find((one) => one.name === name)
  if (!shown) throw new Refusal('not-found', { reason: 'scan-file-gone' })
  if (shown.bytes > LARGEST_DOCUMENT) throw new Refusal('too-large', { limit: 'bytes', max: LARGEST_DOCUMENT })
  // Between the list and the reading it may have become a link to elsewhere.
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Whether it is gone now: a folder that is only lent to us may keep it. */
export async function removeArrived(folder: string, name: string): Promise<boolean> {
  try {
    await unlink(join(folder, name))
    return true
  } catch (error) {
    if (isGone(error)) return true
    if (isRefused(error)) return false
    throw error
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
const isRefused = (error: unknown): boolean => ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(codeOf(error))
