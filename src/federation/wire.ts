import { z } from 'zod'

// What crosses the wire. The web sees this file; it knows no storage and no ledger.

/** 立会人の返事 — how a witness answered last. The first five are of a witness that works; the next three contradict our history. */
export const answerCodes = [
  'cosigned',
  'unreachable',
  'slow',
  'busy',
  'unknown-log',
  'ahead',
  'fork',
  'not-continued',
  'refused',
  'unreadable',
] as const

export const witnessAnswer = z.enum(answerCodes)

// The names that people give; the keys are checked by the ledger.
const label = z.string().trim().min(1).max(100)
// An ML-DSA-44 key takes 1,800 characters; a witness has one of each kind, and a card may hold words beside them.
const card = z.string().min(1).max(20_000)

/** 立会人を登録する — its keys, one a line, as the witness hands them out. Without an address it is reached by file alone. */
export const nameWitnessRequest = z.object({ label, keys: card, url: z.string().max(500).optional() })

/** 立会いの決まりを変える — of how many witnesses a cosignature is asked, and after how many hours without them we warn. */
export const witnessPolicyRequest = z.object({
  needed: z.int().min(1).max(16),
  warnAfterHours: z.int().min(1).max(720),
})

/** 立ち会う証跡を登録する — the verifier key of its log names the log. */
export const watchLogRequest = z.object({ label, key: card })

export const witnessView = z.object({
  witnessId: z.string(),
  label: z.string(),
  url: z.string().optional(),
  keys: z.array(z.string()),
  addedAt: z.iso.datetime(),
  triedAt: z.iso.datetime().optional(),
  answer: witnessAnswer.optional(),
  /** The size its last answer named, where that is not ours. */
  answerSize: z.int().optional(),
  cosignedAt: z.iso.datetime().optional(),
})

export const watchedLogView = z.object({
  origin: z.string(),
  label: z.string(),
  size: z.int(),
  addedAt: z.iso.datetime(),
  cosignedAt: z.iso.datetime().optional(),
  /** Whole days since it came last, or since it was added: a log that was stopped shows here first. */
  silentDays: z.int().min(0),
})

/**
 * `two-roots`: one size, two histories, both signed: that is proof. `grew-after-end`: it named its end and went on: so is that.
 * `not-continued`: no proof that it only added.
 */
export const evidenceKinds = ['two-roots', 'grew-after-end', 'not-continued'] as const

export const evidenceView = z.object({
  evidenceId: z.string(),
  origin: z.string(),
  label: z.string(),
  kind: z.enum(evidenceKinds),
  foundAt: z.iso.datetime(),
})

/** 食い違いの証拠のファイル — `witness-evidence@1`: whoever has the log's key can check it without us. */
export const evidenceFile = z.object({
  format: z.literal('witness-evidence@1'),
  origin: z.string(),
  verifierKey: z.string(),
  kind: z.enum(evidenceKinds),
  foundAt: z.iso.datetime(),
  /** The signed checkpoint that was cosigned before. */
  cosigned: z.string(),
  /** The submission that does not go with it, verbatim. */
  submitted: z.string(),
  /** Where the log ended, in its own word; of `grew-after-end` alone. */
  succession: z.string().optional(),
})

/** 立会いの警告 — what people must hear of, worst first. */
export const witnessAlarm = z.discriminatedUnion('code', [
  z.object({ code: z.literal('contradicted'), label: z.string(), answer: witnessAnswer }),
  z.object({ code: z.literal('split-view'), label: z.string(), kind: z.enum(evidenceKinds) }),
  z.object({ code: z.literal('waiting'), hours: z.int() }),
])

/** 立会い — who cosigns our journal, how far, and whose we cosign. */
export const witnessingView = z.object({
  /** Our newest log; absent before anything is signed. */
  log: z.object({ origin: z.string(), verifierKey: z.string(), durableSize: z.int(), signedSize: z.int() }).optional(),
  /** The newest checkpoint with all the cosignatures that are asked for. */
  witnessed: z.object({ size: z.int(), at: z.iso.datetime(), by: z.array(z.string()) }).optional(),
  needed: z.int(),
  warnAfterHours: z.int(),
  witnesses: z.array(witnessView),
  /** Our own keys as a witness; none before somebody asked for them. */
  ownKeys: z.array(z.string()),
  watched: z.array(watchedLogView),
  evidence: z.array(evidenceView),
  alarm: witnessAlarm.optional(),
})

export type WitnessAnswerCode = z.infer<typeof witnessAnswer>
export type NameWitnessRequest = z.infer<typeof nameWitnessRequest>
export type WitnessPolicyRequest = z.infer<typeof witnessPolicyRequest>
export type WatchLogRequest = z.infer<typeof watchLogRequest>
export type WitnessView = z.infer<typeof witnessView>
export type WatchedLogView = z.infer<typeof watchedLogView>
export type EvidenceView = z.infer<typeof evidenceView>
export type EvidenceFile = z.infer<typeof evidenceFile>
export type EvidenceKind = EvidenceView['kind']
export type WitnessAlarm = z.infer<typeof witnessAlarm>
export type WitnessingView = z.infer<typeof witnessingView>
