import { z } from 'zod'
import { isDay } from '#shared'
import { lookCodes } from './look-lines.ts'

// What the use cases of this room take and give: the HTTP door, the command line, other rooms and the web see the same.

/** Long enough for a paragraph on each finding, short enough for a page of A4. */
const TEXT_LENGTH = 2000
const LINE_LENGTH = 500
const TITLE_LENGTH = 200
/** Whoever looks through more logs at once says it in two reviews. */
export const SYSTEMS_MAX = 20
/** A review of more than a year is no regular one; it also bounds what is counted. */
export const PERIOD_DAYS_MAX = 366

/** A workbook still opens so many rows at once, and it takes some seconds to read them. */
const CSV_ENTRIES_MAX = 50_000
/** About sixty pages: nobody reads more on paper, and a longer one takes the compiler's memory. */
const PDF_ENTRIES_MAX = 2_000

export const accessListLimits = { csv: CSV_ENTRIES_MAX, pdf: PDF_ENTRIES_MAX } as const
export type AccessListFormat = keyof typeof accessListLimits

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
/** No control characters but line breaks. */
const textSchema = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^(\P{Cc}|[\n\t])*$/u)

export const targets = ['journal', 'system'] as const
/** 結果 — `withdrawn` says that the review it corrects never was one. */
export const results = ['nothing-unusual', 'findings', 'withdrawn'] as const

export const periodQuery = z.object({ fromOn: daySchema, untilOn: daySchema })

export const recordReviewRequest = z.strictObject({
  target: z.enum(targets),
  /** The systems whose log it was. Of our own journal: how the registry lists Omamori, if it does. */
  systemIds: z.array(idSchema).max(SYSTEMS_MAX).default([]),
  fromOn: daySchema,
  untilOn: daySchema,
  /** The day on which somebody looked. */
  reviewedOn: daySchema,
  /** The person of the registry who looked; without it, whoever writes it down. */
  reviewerId: idSchema.optional(),
  lookedAt: textSchema(LINE_LENGTH).default(''),
  result: z.enum(results),
  remarks: textSchema(TEXT_LENGTH).default(''),
  /** The review in whose place this one stands. */
  corrects: idSchema.optional(),
  /** 用件 — what is to be done about a finding. */
  task: z
    .strictObject({
      title: textSchema(TITLE_LENGTH).min(1),
      ownerId: idSchema.optional(),
      dueOn: daySchema.optional(),
    })
    .optional(),
})

const lookCount = z.strictObject({ code: z.enum(lookCodes), count: z.int().min(0) })
const named = z.strictObject({ id: z.string(), name: z.string() })
const reference = z.strictObject({ reviewId: z.string(), number: z.int() })

/** ログの確認 — one review as it stands. */
export const logReviewView = z.strictObject({
  reviewId: z.string(),
  number: z.int(),
  target: z.enum(targets),
  systems: z.array(named),
  fromOn: z.string(),
  untilOn: z.string(),
  reviewedOn: z.string(),
  reviewer: z.strictObject({ personId: z.string().optional(), name: z.string() }),
  lookedAt: z.string(),
  /** Of our own journal: what deserved a look then, with the numbers of then. */
  lines: z.array(lookCount),
  result: z.enum(results),
  remarks: z.string(),
  taskId: z.string().optional(),
  corrects: reference.optional(),
  correctedBy: reference.optional(),
  writtenBy: z.string(),
  writtenAt: z.string(),
})

/** 次の確認 — how one log stands. `never` is told apart from late; without an interval nothing is due. */
export const dueView = z.strictObject({
  target: z.enum(targets),
  systemId: z.string().optional(),
  name: z.string().optional(),
  /** The day on which somebody looked last. */
  lastOn: z.string().optional(),
  /** Where that day rests on a review: by whom, and up to which day of the log. */
  lastBy: z.string().optional(),
  coveredUntil: z.string().optional(),
  dueOn: z.string().optional(),
  state: z.enum(['no-interval', 'never', 'late', 'soon', 'in-time']),
})

export const logReviewsView = z.strictObject({
  today: z.string(),
  /** The facility's own interval; absent where it has set none. */
  intervalDays: z.int().optional(),
  due: z.array(dueView),
  /** Newest first. */
  reviews: z.array(logReviewView),
  /** Those who may be named as having looked, or as answering for a task. */
  persons: z.array(named),
  may: z.strictObject({ write: z.boolean(), lookThrough: z.boolean(), openTask: z.boolean() }),
})

/** 確かめるところ — a question to our own journal, its number, and the very filter that shows these entries. */
export const lookLine = z.strictObject({
  code: z.enum(lookCodes),
  count: z.int().min(0),
  /** Of a person who left: whose account it is. */
  person: z.strictObject({ accountId: z.string(), name: z.string(), leftOn: z.string().optional() }).optional(),
  filter: z.strictObject({
    act: z.string().optional(),
    actorId: z.string().optional(),
    outcome: z.enum(['failed']).optional(),
    fromOn: z.string(),
    untilOn: z.string(),
  }),
})

export const lookView = z.strictObject({
  fromOn: z.string(),
  untilOn: z.string(),
  lines: z.array(lookLine),
  /** Entries that cannot be read: whether they belong here, nobody can say. */
  unreadable: z.int().min(0),
})

export type RecordReviewRequest = z.infer<typeof recordReviewRequest>
export type LogReviewView = z.infer<typeof logReviewView>
export type LogReviewsView = z.infer<typeof logReviewsView>
export type DueView = z.infer<typeof dueView>
export type LookLine = z.infer<typeof lookLine>
export type LookView = z.infer<typeof lookView>
