import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type FolderMark, keepSettingFile, markOf, readSettingFile } from '#storage'

const format = 'omamori-nightly-package@1'
const settingName = 'emergency-package.json'
const mark: FolderMark = {
  file: 'omamori-emergency.json',
  shape: z.object({ format: z.literal(format), id: z.string() }),
}

const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1) }),
  z.strictObject({ kind: z.literal('patients'), patients: z.array(z.string()).min(1) }),
])

const setting = z.strictObject({
  format: z.literal(format),
  facilityId: z.string(),
  folder: z.string(),
  /** What the marker in the folder says: an empty mount point of a medium that is away has none. */
  id: z.string(),
  choice,
  keep: z.int().min(1),
  /** Sealed by the facility's keys, for this folder alone. */
  passphrase: z.strictObject({ keyId: z.string(), bytes: z.string() }),
})

/** 毎晩の書き出しの設定 — it lies in the data directory, since it names a place of this machine. */
export type NightlySetting = z.infer<typeof setting>

/** Whether somebody named a folder; a setting that cannot be read is told by the run that needs it, and keeps nothing else from opening. */
export const isNightlyNamed = (data: string): boolean => existsSync(join(resolve(data), settingName))

/** Undefined where nobody named a folder. Refuses as `corrupt` what cannot be read. */
export const readNightly = (data: string): NightlySetting | undefined =>
  readSettingFile(join(resolve(data), settingName), 'nightly-package', setting)

export function keepNightly(data: string, kept: Omit<NightlySetting, 'format'>): void {
  const note = 'Omamori: emergency packages of every night. Leave this file here. 消さないでください。'
  keepSettingFile(join(kept.folder, mark.file), { format, id: kept.id, note })
  keepSettingFile(join(resolve(data), settingName), { format, ...kept })
}

/** Whether the medium is the one that was named. */
export const isMediumThere = ({ folder, id }: Pick<NightlySetting, 'folder' | 'id'>): boolean =>
  markOf(folder, mark) === id
