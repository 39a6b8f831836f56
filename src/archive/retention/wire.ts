import { z } from 'zod'
import { isDay } from '#shared'
import { startEvents } from '../kind/kind.ts'

// What the use cases of keeping take and give: the HTTP door, the command line and the web see the same.

/** The name of a law with its article, or of the facility's own rule. */
const SOURCE_LENGTH = 500
/** No law asks for more, and a slip of the finger does not keep a document for a thousand years. */
const YEARS_MAX = 100

const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
/** No control characters but line breaks. */
const textSchema = z
  .string()
  .trim()
  .min(1)
  .max(SOURCE_LENGTH)
  .regex(/^(\P{Cc}|[\n\t])*$/u)

export const countedFrom = [...startEvents, 'stored'] as const
const abouts = ['law', 'kind', 'standing'] as const

/** 施設の定め — a correction of the table, or a rule of the facility, with its source. */
export const ruleRequest = z.strictObject({
  about: z.enum(abouts),
  target: z.string().max(64),
  years: z.int().min(1).max(YEARS_MAX),
  startsWith: z.enum(countedFrom),
  source: textSchema,
  /** The day on which somebody looked it up. */
  checkedOn: daySchema,
})

export const keeperEvents = ['closure', 'succession', 'move'] as const
/** A name with its place, as it stands on an envelope. */
const KEEPER_LENGTH = 200

/** 保存の引き継ぎ — who keeps the documents from that day on, where they can be asked, and until when. */
export const keeperRequest = z.strictObject({
  event: z.enum(keeperEvents),
  onDay: daySchema,
  keeper: textSchema.max(KEEPER_LENGTH),
  contact: textSchema.max(KEEPER_LENGTH),
  /** Absent where nobody has said. */
  untilOn: daySchema.optional(),
  source: textSchema,
})

const named = { ja: z.string(), en: z.string() }
const mark = z.enum(['seen', 'recall'])

const lawView = z.strictObject({
  law: z.string(),
  ...named,
  years: z.int().nullable(),
  startsWith: z.enum(startEvents).nullable(),
  startConf: mark.nullable(),
  where: z.array(z.enum(['hospital', 'clinic', 'dental-clinic', 'pharmacy'])).nullable(),
  conf: mark,
  source: z.string(),
  checkedOn: z.string(),
  note: z.strictObject(named).optional(),
})

const ruleView = ruleRequest.extend({
  ruleId: z.string(),
  number: z.int(),
  source: z.string(),
  checkedOn: z.string(),
  /** Whether no newer one about the same stands in its place. */
  stands: z.boolean(),
  writtenBy: z.string(),
  writtenAt: z.string(),
})

const dutyView = z.strictObject({
  from: z.enum(['law', 'corrected', 'kind', 'standing']),
  id: z.string(),
  law: z.strictObject(named).optional(),
  years: z.int().nullable(),
  startsWith: z.enum(countedFrom).nullable(),
  conf: z.enum(['seen', 'recall', 'local']),
})
const duties = z.array(dutyView)

const keeperView = z.strictObject({
  keeperId: z.string(),
  number: z.int(),
  event: z.enum(keeperEvents),
  onDay: z.string(),
  keeper: z.string(),
  contact: z.string(),
  untilOn: z.string().optional(),
  source: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
})

/** 保存期間の表 — what the program came with, and what the facility made of it. */
export const retentionTable = z.strictObject({
  today: z.string(),
  version: z.string(),
  facilityType: z.string().optional(),
  laws: z.array(lawView),
  kinds: z.array(z.strictObject({ kind: z.string(), ...named, duties })),
  /** What is kept beside the original. */
  copies: z.array(z.strictObject({ standing: z.enum(['copy', 'emergency']), duties })),
  /** Newest first. */
  rules: z.array(ruleView),
  /** Newest first. */
  keepers: z.array(keeperView),
  may: z.strictObject({ rule: z.boolean() }),
})

export type KeeperRequest = z.infer<typeof keeperRequest>
export type KeeperView = z.infer<typeof keeperView>
export type RuleRequest = z.infer<typeof ruleRequest>
export type RuleView = z.infer<typeof ruleView>
export type RetentionTable = z.infer<typeof retentionTable>
