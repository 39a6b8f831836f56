import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared'
import { keepSettingFile, readSettingFile } from '../../setting-file.ts'
import { HORIZON_DAYS_MAX, HORIZON_DAYS_MIN, type S3Credentials, type S3Place } from './s3-place.ts'

/** docs/formats/blob-places.md */
const format = 'omamori-bucket@1'
const settingName = 'bucket.json'

const described = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/, normalize: true }).transform((url) => url.replace(/\/+$/, '')),
  region: z.string().min(1).default('us-east-1'),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  prefix: z
    .string()
    .regex(/^([\w.-]+\/)*$/)
    .default(''),
  addressing: z.enum(['path', 'host']).default('path'),
  /** A file of two lines, as seen from the setting; without it, the environment says them. */
  credentialsFile: z.string().min(1).nullable().default(null),
  lock: z
    .strictObject({ horizonDays: z.int().min(HORIZON_DAYS_MIN).max(HORIZON_DAYS_MAX) })
    .nullable()
    .default(null),
})
const kept = described.extend({ format: z.literal(format) })

/** 保管場所の設定 — the bucket as somebody described it. */
export interface BucketSetting extends S3Place {
  readonly credentialsFile: string | null
}

/** What an operator wrote. Refuses as `malformed`, with the places; plain HTTP is for this machine alone. */
export function describedBucket(file: string): BucketSetting {
  const read = described.safeParse(parsed(file))
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
    throw new Refusal('malformed', { what: 'bucket-setting', reason: 's3-setting', file, issues })
  }
  const { protocol, hostname } = new URL(read.data.endpoint)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Refusal('malformed', { what: 'bucket-setting', reason: 's3-plain-http', file })
  const { credentialsFile } = read.data
  return { ...read.data, credentialsFile: credentialsFile && resolve(dirname(resolve(file)), credentialsFile) }
}

/** The bucket where this installation's files lie, or undefined where they lie in its folder. */
export function bucketOf(data: string): BucketSetting | undefined {
  const setting = readSettingFile(join(resolve(data), settingName), 'bucket-setting', kept)
  if (!setting) return undefined
  const { format: _, ...place } = setting
  return place
}

export function keepBucket(data: string, setting: BucketSetting): void {
  keepSettingFile(join(resolve(data), settingName), { format, ...setting })
}

/** From their file, or from OMAMORI_S3_ACCESS_KEY_ID and OMAMORI_S3_SECRET_ACCESS_KEY. */
export function credentialsOf({ credentialsFile }: BucketSetting): S3Credentials {
  const words = credentialsFile === null ? fromEnvironment() : fromFile(credentialsFile)
  const [accessKeyId, secretAccessKey] = words
  if (!accessKeyId || !secretAccessKey)
    throw new Refusal('locked', { what: 'bucket-credentials', reason: 's3-no-credentials', file: credentialsFile })
  return { accessKeyId, secretAccessKey }
}

const fromEnvironment = (): readonly (string | undefined)[] => [
  process.env.OMAMORI_S3_ACCESS_KEY_ID,
  process.env.OMAMORI_S3_SECRET_ACCESS_KEY,
]

function fromFile(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch (error) {
    throw new Refusal('locked', { what: 'bucket-credentials', reason: 's3-no-credentials', file }, { cause: error })
  }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal('malformed', { what: 'bucket-setting', reason: 's3-setting', file }, { cause: error })
  }
}
