import { z } from 'zod'

// What crosses the wire. The web sees this file; it knows no storage and no ledger.

const thing = z.object({ kind: z.string(), id: z.string() })

/** 証跡の位置 — where an entry stands, for ever: its log and its index there. */
export const entryPlace = z.object({ log: z.string(), index: z.int().min(0) })

/** 証跡の1件 — an entry as the journal page shows it. */
export const entryView = z.object({
  ...entryPlace.shape,
  id: z.string(),
  at: z.iso.datetime(),
  act: z.string(),
  actor: z.object({
    kind: z.enum(['account', 'system', 'console', 'anonymous', 'peer']),
    id: z.string().optional(),
    session: z.string().optional(),
  }),
  subject: thing,
  about: z.array(thing).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  /** The particulars, opened; absent unless `detailState` is `opened`. */
  detail: z.unknown().optional(),
  detailState: z.enum(['none', 'opened', 'gone', 'unreadable']),
  blobs: z.int().min(0),
  prior: entryPlace.optional(),
})

// A question of the log review names a dozen acts; more is no question.
const ACTS_LENGTH = 500

/**
 * Narrows the journal down. `act` ending in a dot means all acts that begin so: `session.`. Several, separated by commas,
 * mean any of them.
 */
export const journalFilter = z.object({
  act: z.string().max(ACTS_LENGTH).optional(),
  actorId: z.string().max(128).optional(),
  subjectKind: z.string().max(64).optional(),
  subjectId: z.string().max(128).optional(),
  /** From this instant on. */
  from: z.iso.datetime().optional(),
  /** Before this instant. */
  until: z.iso.datetime().optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
})

export const journalPaging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.string().max(600).optional(),
})

export const journalQuery = z.object({ ...journalFilter.shape, ...journalPaging.shape })

/** Newest first. `unreadable` counts entries left out because their bytes are damaged; verification names them. */
export const journalPage = z.object({
  entries: z.array(entryView),
  unreadable: z.int().min(0),
  next: z.string().optional(),
})

/** 件数 — how many entries fit, every one of them read and held against the filter. */
export const entryCount = z.object({
  entries: z.int().min(0),
  /** Entries whose bytes are damaged: whether they fit, nobody can say. */
  unreadable: z.int().min(0),
})

export const journalFindingCodes = [
  // what the ledger's own verifier finds
  'checkpoint-missing',
  'checkpoint-unreadable',
  'checkpoint-signature-bad',
  'checkpoint-larger-than-log',
  'checkpoints-disagree',
  'entry-unreadable',
  'entry-version-unknown',
  'entry-belongs-to-another-log',
  'entry-does-not-match-tree',
  'entry-not-signed',
  'entry-out-of-order',
  'previous-misplaced',
  'gap',
  'root-differs-from-checkpoint',
  'tile-differs',
  'tile-missing',
  // what is stored beside it
  'column-differs',
  'search-differs',
  'checkpoint-gap',
  'detail-missing',
  'detail-unexpected',
  'detail-differs',
  'tile-unexpected',
  'log-missing',
  'log-state-differs',
  'signing-key-differs',
  'previous-log-missing',
  'previous-log-differs',
  'index-differs',
  // what earlier audits say, and two readings of the same rows
  'differs-from-audit',
  'readings-differ',
  // what the anchor says
  'older-than-anchor',
  'differs-from-anchor',
  'anchor-unreadable',
  'anchor-missing',
  // what the kept cosignatures of witnesses say
  'cosignature-bad',
  'older-than-witness',
  'differs-from-witness',
] as const

export const journalFindingCode = z.enum(journalFindingCodes)

/** 指摘 — something in the journal is not as it was written. `index` is the (first) entry concerned. */
export const journalFinding = z.object({
  log: z.string(),
  code: journalFindingCode,
  index: z.int().min(0).optional(),
  facts: z.record(z.string(), z.unknown()),
})

export const logSummary = z.object({
  log: z.string(),
  fiscalYear: z.int(),
  size: z.int().min(0),
  signedSize: z.int().min(0),
  /** Root hash, base64, as in the checkpoint. */
  root: z.string(),
  verifierKey: z.string(),
  /** Entries that were lost before this log was begun, as its first entry declares: a restored older copy. */
  lost: z.object({ log: z.string(), from: z.int().min(0), to: z.int().min(0) }).optional(),
  /** The newest checkpoint with the cosignatures that are asked for; absent while there is none. */
  witnessed: z.object({ size: z.int().min(0), at: z.iso.datetime(), by: z.array(z.string()) }).optional(),
})

export const auditModes = ['full', 'incremental'] as const

/**
 * 検証の範囲 — what a verification looked at. Only a full one says that everything is whole; an incremental one says so of the
 * entries that are new since another found everything whole, and of the share of the older ones that was drawn.
 */
export const auditCoverage = z.object({
  mode: z.enum(auditModes),
  /**
   * `asked`, or why it is full though nobody asked: nobody verified before, the last full one is too long ago, the last one
   * found something, there are so few entries that all of them take a moment, or this one found something on its way.
   */
  because: z.enum(['asked', 'first', 'overdue', 'last-found', 'few', 'found', 'due']),
  /** Entries that were looked at, byte by byte; of how many that were new, and how many that were older. */
  checked: z.int().min(0),
  fresh: z.int().min(0),
  older: z.int().min(0),
  olderChecked: z.int().min(0),
  /** The share of the older ones that was to be drawn. */
  share: z.number().min(0).max(1).optional(),
  /** The audit it goes on from. */
  since: z.object({ verifiedAt: z.iso.datetime(), entries: z.int().min(0) }).optional(),
  /** Whether whole tables were compared with their indexes; an incremental one only follows those that it reads by. */
  indexes: z.boolean(),
  threads: z.int().min(1),
  tookMs: z.int().min(0),
})

/** 証跡の検証 — the result of recomputing. What it looked at is whole when there are no findings. */
export const journalReport = z.object({
  format: z.literal('journal-report@1'),
  verifiedAt: z.iso.datetime(),
  entries: z.int().min(0),
  coverage: auditCoverage,
  logs: z.array(logSummary),
  findings: z.array(journalFinding),
  /** Findings beyond the first thousand of a log are counted only. */
  leftOut: z.int().min(0),
})

/** 検証の結果 — what is kept of a verification, in the journal itself. */
export const auditResult = z.object({
  verifiedAt: z.iso.datetime(),
  entries: z.int().min(0),
  findings: z.int().min(0),
  first: z.object({ code: journalFindingCode, log: z.string(), index: z.int().min(0).optional() }).optional(),
  /** Older results, which knew no other, are full. */
  mode: z.enum(auditModes).default('full'),
  checked: z.int().min(0).optional(),
  /** The share that was drawn, of a million: what is sealed holds whole numbers only. */
  sharePerMillion: z.int().min(0).optional(),
  /** When everything was last looked at; the same moment for a full one. */
  fullAt: z.iso.datetime().optional(),
  /** Where each log stood: the next incremental one goes on from here. */
  heads: z.array(z.object({ log: z.string(), size: z.int().min(0), root: z.string() })).optional(),
})

/** 検証の進み — entries that were looked at, of how many. */
export interface AuditProgress {
  readonly done: number
  readonly of: number
}

export type AuditCoverage = z.infer<typeof auditCoverage>
export type AuditResult = z.infer<typeof auditResult>
export type EntryPlace = z.infer<typeof entryPlace>
export type EntryView = z.infer<typeof entryView>
export type JournalFilter = z.infer<typeof journalFilter>
export type JournalPaging = z.input<typeof journalPaging>
export type JournalPage = z.infer<typeof journalPage>
export type EntryCount = z.infer<typeof entryCount>
export type JournalFindingCode = z.infer<typeof journalFindingCode>
export type JournalFinding = z.infer<typeof journalFinding>
export type LogSummary = z.infer<typeof logSummary>
export type JournalReport = z.infer<typeof journalReport>

export { findingWords, journalActs } from './words.ts'
