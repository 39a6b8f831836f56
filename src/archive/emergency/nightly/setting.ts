import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared'
import { writeDurably } from '#storage'

const format = 'omamori-nightly-package@1'
const settingName = 'emergency-package.json'
const markerName = 'omamori-emergency.json'

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
export function readNightly(data: string): NightlySetting | undefined {
  const file = join(resolve(data), settingName)
  if (!existsSync(file)) return undefined
  const read = setting.safeParse(parsed(file))
  if (!read.success) throw new Refusal('corrupt', { what: 'nightly-package', file })
  return read.data
}

export function keepNightly(data: string, kept: Omit<NightlySetting, 'format'>): void {
  const note = 'Omamori: emergency packages of every night. Leave this file here. 消さないでください。'
  writeDurably(join(kept.folder, markerName), `${JSON.stringify({ format, id: kept.id, note }, undefined, 2)}\n`)
  writeDurably(join(resolve(data), settingName), `${JSON.stringify({ format, ...kept }, undefined, 2)}\n`)
}

/** Whether the medium is the one that was named. */
export function isMediumThere({ folder, id }: Pick<NightlySetting, 'folder' | 'id'>): boolean {
  const file = join(folder, markerName)
  if (!existsSync(file)) return false
  const read = parsed(file)
  return typeof read === 'object' && read !== null && 'id' in read && read.id === id
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal('corrupt', { what: 'nightly-package', file }, { cause: error })
  }
}
