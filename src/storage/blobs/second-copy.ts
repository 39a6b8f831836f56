import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { Refusal } from '#shared'
import { writeDurably } from '../durable-file.ts'
import { createPrivateDirectory } from '../private-files.ts'
import { openBlobFiles, type SecondPlace } from './blob-files.ts'

const format = 'omamori-second-copy@1'
const markerName = 'omamori-second-copy.json'
const settingName = 'second-copy.json'

/** 控えの場所 — as the setting in the data directory says it. */
export interface SecondCopySetting {
  readonly folder: string
  /** What the marker in the folder says: an empty mount point of a disk that is away has none. */
  readonly id: string
}

export interface NamedSecondCopy extends SecondCopySetting {
  /** It lies on the disk of the data itself, which one fault takes together. */
  readonly onSameDisk: boolean
}

/**
 * Names the folder for second copies and marks it. Refuses as `malformed` a folder inside the data directory or around it, and as
 * `already-exists` one that holds the copies of another installation.
 */
export function nameSecondCopy(data: string, folder: string): NamedSecondCopy {
  const [own, path] = [resolve(data), resolve(folder)]
  if (isWithin(own, path) || isWithin(path, own))
    throw new Refusal('malformed', { reason: 'second-copy-inside', folder: path })
  const known = orCorrupt(() => readSetting(data))
  const marked = readId(join(path, markerName))
  const knownId = known === 'corrupt' ? undefined : known?.id
  if (marked !== undefined && marked !== knownId)
    throw new Refusal('already-exists', { reason: 'second-copy-of-another', folder: path })
  const id = marked ?? randomUUID()
  createPrivateDirectory(path)
  const note = 'Omamori: encrypted second copies. Leave this file here. 消さないでください。'
  writeDurably(join(path, markerName), `${JSON.stringify({ format, id, note }, undefined, 2)}\n`)
  writeDurably(join(own, settingName), `${JSON.stringify({ format, id, folder: path }, undefined, 2)}\n`)
  return { folder: path, id, onSameDisk: statSync(path).dev === statSync(own).dev }
}

/**
 * The second place as the setting names it, or undefined where nobody named one. Where the setting or the marker cannot be read, the place
 * is not there: the first place goes on, and what is lacking is told until somebody names the second one anew.
 */
export function openSecondCopy(data: string): SecondPlace | undefined {
  const setting = orCorrupt(() => readSetting(data))
  if (setting === undefined) return undefined
  const files = openBlobFiles(join(setting === 'corrupt' ? resolve(data, 'no-second-copy') : setting.folder, 'blobs'))
  if (setting === 'corrupt') return { ...files, isThere: async () => false }
  return { ...files, isThere: async () => orCorrupt(() => readId(join(setting.folder, markerName))) === setting.id }
}

function orCorrupt<T>(read: () => T): T | 'corrupt' {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'corrupt') return 'corrupt'
    throw error
  }
}

function readSetting(data: string): SecondCopySetting | undefined {
  const file = join(resolve(data), settingName)
  if (!existsSync(file)) return undefined
  const { id, folder } = readMarked(file)
  if (typeof folder !== 'string') throw new Refusal('corrupt', { what: 'second-copy', file })
  return { id, folder }
}

function readId(file: string): string | undefined {
  return existsSync(file) ? readMarked(file).id : undefined
}

function readMarked(file: string): { readonly id: string; readonly folder?: unknown } {
  const read = parsed(file)
  const isOurs = typeof read === 'object' && read !== null && 'format' in read && read.format === format
  if (!isOurs || !('id' in read) || typeof read.id !== 'string')
    throw new Refusal('corrupt', { what: 'second-copy', file })
  return { id: read.id, ...('folder' in read && { folder: read.folder }) }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal('corrupt', { what: 'second-copy', file }, { cause: error })
  }
}

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || `${dirname(inner)}${sep}`.startsWith(`${outer}${sep}`)
