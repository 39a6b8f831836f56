import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared'
import { createPrivateDirectory } from '../private-files.ts'
import { type FolderMark, keepSettingFile, markOf, readSettingFile } from '../setting-file.ts'
import { openBlobFiles, type SecondPlace } from './blob-files.ts'

const format = 'omamori-second-copy@1'
const mark: FolderMark = {
  file: 'omamori-second-copy.json',
  shape: z.object({ format: z.literal(format), id: z.string() }),
}
const settingShape = z.object({ format: z.literal(format), id: z.string(), folder: z.string() })
const settingOf = (data: string): string => join(resolve(data), 'second-copy.json')

export interface NamedSecondCopy {
  readonly folder: string
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
  const [known, marked] = [knownSetting(data), markOf(path, mark)]
  const isOurs = known !== undefined && known !== 'corrupt' && known.id === marked
  if (marked !== undefined && !isOurs)
    throw new Refusal('already-exists', { reason: 'second-copy-of-another', folder: path })
  const id = marked ?? randomUUID()
  createPrivateDirectory(path)
  const note = 'Omamori: encrypted second copies. Leave this file here. 消さないでください。'
  keepSettingFile(join(path, mark.file), { format, id, note })
  keepSettingFile(settingOf(data), { format, id, folder: path })
  return { folder: path, onSameDisk: statSync(path).dev === statSync(own).dev }
}

/**
 * The second place as the setting names it, or undefined where nobody named one. Where the setting or the mark cannot be read, the place
 * is not there: the first place goes on, and what is lacking is told until somebody names the second one anew.
 */
export function openSecondCopy(data: string): SecondPlace | undefined {
  const setting = knownSetting(data)
  if (setting === undefined) return undefined
  const folder = setting === 'corrupt' ? resolve(data, 'no-second-copy') : setting.folder
  const isThere = async () => setting !== 'corrupt' && markOf(folder, mark) === setting.id
  return { ...openBlobFiles(join(folder, 'blobs')), isThere }
}

function knownSetting(data: string): z.infer<typeof settingShape> | 'corrupt' | undefined {
  try {
    return readSettingFile(settingOf(data), 'second-copy', settingShape)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'corrupt') return 'corrupt'
    throw error
  }
}

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || `${dirname(inner)}${sep}`.startsWith(`${outer}${sep}`)
