import { z } from 'zod'
import { dayField, textField } from '../fields.ts'
import { startEvents } from '../kind/kind.ts'

// What the use cases of keeping take and give: the HTTP door, the command line and the web see the same.

/** The name of a law with its article, or of the facility's own rule. */
const SOURCE_LENGTH = 500
/** No law asks for more, and a slip of the finger does not keep a document for a thousand years. */
const YEARS_MAX = 100

const textSchema = textField(SOURCE_LENGTH)

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
  checkedOn: dayField,
})

export const keeperEvents = ['closure', 'succession', 'move'] as const
/** A name with its place, as it stands on an envelope. */
const KEEPER_LENGTH = 200

/** 保存の引き継ぎ — who keeps the documents from that day on, where they can be asked, and until when. */
export const keeperRequest = z.strictObject({
  event: z.enum(keeperEvents),
  onDay: dayField,
  keeper: textSchema.max(KEEPER_LENGTH),
  contact: textSchema.max(KEEPER_LENGTH),
  /** Absent where nobody has said. */
  untilOn: dayField.optional(),
  source: textSchema,
})
/** A person reads what is destroyed; more than this nobody reads. */
const DOCUMENTS_MAX = 500
const NAME_LENGTH = 100

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const documentIds = z
  .array(idSchema)
  .min(1)
  .max(DOCUMENTS_MAX)
  .refine((ids) => new Set(ids).size === ids.length)

/** 起算日 — without a day, what was said of the event is taken back. */
export const startRequest = z.strictObject({
  documentIds,
  event: z.enum(startEvents),
  onDay: dayField.optional(),
  source: textSchema,
})
export const holdRequest = z.strictObject({ documentIds, reason: textSchema })
export const liftRequest = z.strictObject({ reason: textSchema })
export const proposeRequest = z.strictObject({ documentIds, reason: textSchema })
export const approveRequest = z.strictObject({
  /** Somebody outside, whose signed paper is at hand; without it the person who is signed in approves. */
  outside: z
    .strictObject({
      name: textSchema.max(NAME_LENGTH),
      organisation: textSchema.max(NAME_LENGTH),
      approvedOn: dayField,
    })
    .optional(),
})
export const carryOutRequest = z.strictObject({
  reason: textSchema,
  /** The day after which no backup holds the keys; absent where nobody knows. */
  backupsUntil: dayField.optional(),
})

export type StartRequest = z.infer<typeof startRequest>
export type HoldRequest = z.infer<typeof holdRequest>
export type LiftRequest = z.infer<typeof liftRequest>
export type ProposeRequest = z.infer<typeof proposeRequest>
export type ApproveRequest = z.infer<typeof approveRequest>
export type CarryOutRequest = z.infer<typeof carryOutRequest>

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

const ending = z.strictObject({
  duty: dutyView.extend({ years: z.int(), startsWith: z.enum(countedFrom) }),
  startedOn: z.string(),
  endsOn: z.string(),
})
const endings = z.array(ending)
const openReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('no-rule') }),
  z.strictObject({ code: z.enum(['no-years', 'start-unstated']), duty: dutyView }),
  z.strictObject({ code: z.literal('start-unknown'), duty: dutyView, startsWith: z.enum(countedFrom) }),
])
const periodView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), reasons: z.array(openReason), endings }),
  z.strictObject({ state: z.enum(['running', 'ended']), last: ending, endings }),
])

const kindName = z.strictObject(named)
const standing = z.enum(['original', 'copy', 'emergency'])

/** 保存の状態 — one document: until when it is kept, and what stands against destroying it. */
const keptView = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  kind: kindName,
  standing,
  storedOn: z.string(),
  period: periodView,
  holds: z.array(z.strictObject({ holdId: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
  obstacle: z.enum(['destroyed', 'held', 'open', 'running']).optional(),
  /** The list it stands on now. */
  destructionId: z.string().optional(),
})

export const keepingView = z.strictObject({
  today: z.string(),
  documents: z.array(keptView),
  /** Ask on after this one; absent on the last page. */
  next: z.string().optional(),
  may: z.strictObject({ write: z.boolean(), lift: z.boolean(), propose: z.boolean() }),
})

const destructionSummary = z.strictObject({
  destructionId: z.string(),
  number: z.int(),
  reason: z.string(),
  state: z.enum(['proposed', 'withdrawn', 'carried-out']),
  proposedBy: z.string(),
  proposedAt: z.string(),
  endedBy: z.string().optional(),
  endedAt: z.string().optional(),
  endReason: z.string().optional(),
  backupsUntil: z.string().optional(),
  approvals: z.array(
    z.strictObject({
      name: z.string(),
      organisation: z.string().optional(),
      approvedOn: z.string(),
      writtenBy: z.string(),
    }),
  ),
})

export const destructionsView = z.strictObject({
  today: z.string(),
  /** Newest first. */
  destructions: z.array(destructionSummary.extend({ documents: z.int() })),
  may: z.strictObject({ propose: z.boolean(), approve: z.boolean(), carryOut: z.boolean() }),
})

export const destructionView = destructionSummary.extend({
  items: z.array(
    z.strictObject({
      ...{ documentId: z.string(), kind: kindName, standing, storedOn: z.string(), endsOn: z.string(), endings },
    }),
  ),
})

export type KeptView = z.infer<typeof keptView>
export type KeepingView = z.infer<typeof keepingView>
export type DestructionsView = z.infer<typeof destructionsView>
export type DestructionView = z.infer<typeof destructionView>

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
