import { z } from 'zod'
import { isDay } from '#shared'

export const PLAN_FORMAT = 'omamori-backup-plan@1'

// Beyond these a file is no plan that somebody wrote: each place is looked at by programs that take minutes.
const MAX_PLANS = 100
const MAX_PLACES = 20
const MAX_TEXT = 200
const MAX_PATH = 1000

const text = z.string().min(1).max(MAX_TEXT)
const path = z.string().min(1).max(MAX_PATH)
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const day = z.string().refine(isDay, { params: { expected: 'day' } })
const hours = z
  .number()
  .min(0.25)
  .max(24 * 400)
const count = z.number().int().min(1).max(10_000)

/** How often a backup is taken. On `closedDays` (days of the week in Asia/Tokyo) none is expected. */
const schedule = z.strictObject({
  everyHours: hours,
  graceHours: z
    .number()
    .min(0)
    .max(24 * 31)
    .default(6),
  closedDays: z
    .array(z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']))
    .max(6)
    .default([]),
})

/** How long generations stay. Within `everyOneForDays` none may be missing; older ones may be thinned out. */
const retention = z.strictObject({
  generations: count.optional(),
  days: z.number().int().min(1).max(40_000).optional(),
  everyOneForDays: z.number().int().min(1).max(400).default(7),
})

/** 目印のファイル — a file that nobody changes; an attacker who encrypts everything changes it too. */
const canary = z.strictObject({ path, sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** What a person saw where no program can look: weaker evidence, and it expires. */
const seen = z.strictObject({ on: day, by: text, newestOn: day, generations: count, how: text })

/** Where the password lies; the password itself never stands in a plan. */
const secret = z.union([
  z.strictObject({ file: path }),
  z.strictObject({ env: z.string().regex(/^[A-Z_][A-Z0-9_]{0,63}$/) }),
])

const place = z.strictObject({
  id,
  engine: z.enum(['restic', 'borg', 'folder', 'archive', 'pg-dump', 'none']),
  path: path.optional(),
  medium: z.enum(['disk', 'nas', 'usb', 'rdx', 'tape', 'optical', 'cloud']),
  reach: z.enum(['online', 'disconnected', 'write-once']),
  otherSite: z.boolean().optional(),
  encrypted: z.boolean().optional(),
  secret: secret.optional(),
  keyFile: path.optional(),
  match: z.string().min(1).max(MAX_TEXT).optional(),
  holds: z.array(path).max(100).default([]),
  canaries: z.array(canary).max(20).default([]),
  trustFileTimes: z.boolean().default(true),
  schedule: schedule.optional(),
  retention: retention.optional(),
  seen: seen.optional(),
})

/** The facility's own rule stands above the examples: it can ask for more, never for less. */
const ownRule = z.strictObject({
  minGenerations: count.optional(),
  protectedFrom: count.optional(),
  minMethods: z.number().int().min(1).max(10).optional(),
  protectedAfterDays: z.number().int().min(1).max(400).optional(),
  seenValidDays: z.number().int().min(1).max(400).optional(),
})

const system = z.strictObject({
  id,
  name: text,
  schedule,
  retention: retention.prefault({}),
  rpoHours: hours.optional(),
  rtoHours: hours.optional(),
  /** A newest generation smaller or larger than the earlier ones by more than this is sudden. */
  change: z
    .strictObject({ shrink: z.number().min(0.01).max(1).default(0.5), grow: z.number().min(1.01).max(1000).default(3) })
    .prefault({}),
  places: z.array(place).min(1).max(MAX_PLACES),
})

export const planSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  facility: text.optional(),
  rules: z.array(z.enum(['guideline-example', 'qa-example'])).default(['guideline-example']),
  ownRule: ownRule.default({}),
  limits: z
    .strictObject({
      minutes: z
        .number()
        .min(0.01)
        .max(24 * 60)
        .default(60),
    })
    .prefault({}),
  plans: z.array(system).min(1).max(MAX_PLANS),
})

/** バックアップ計画 — what is backed up where, how often, and for how long it stays: one file. */
export type BackupPlanFile = z.output<typeof planSchema>
/** One system's plan of that file. */
export type BackupPlan = BackupPlanFile['plans'][number]
/** 置き場所 — where generations lie: a repository, a folder, or a medium in a safe. */
export type Place = BackupPlan['places'][number]
export type Schedule = z.output<typeof schedule>
export type Retention = z.output<typeof retention>
