import { join, resolve } from 'node:path'
import { z } from 'zod'
import { keepSettingFile, readSettingFile } from '#storage'

const format = 'omamori-scan-folder@1'

const setting = z.strictObject({ format: z.literal(format), facilityId: z.string(), folder: z.string() })

/** スキャナのフォルダーの設定 — it lies in the data directory, since it names a place of this machine. */
export type IntakeSetting = z.infer<typeof setting>

const fileOf = (data: string): string => join(resolve(data), 'scan-folder.json')

/** Undefined where nobody named a folder, or another facility did. Refuses as `corrupt` what cannot be read. */
export function readIntake(data: string, facilityId: string): IntakeSetting | undefined {
  const found = readSettingFile(fileOf(data), 'scan-folder', setting)
  return found?.facilityId === facilityId ? found : undefined
}

export const keepIntake = (data: string, kept: Omit<IntakeSetting, 'format'>): void =>
  keepSettingFile(fileOf(data), { format, ...kept })
