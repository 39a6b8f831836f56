import { z } from 'zod'
import { dayField, lineField, textField } from '../fields.ts'
import { scanFinding } from './finding.ts'
import { colourDepths, periodUnits, scanCases, scanFormats } from './scan.ts'

// What the use cases of scanning take and give: the HTTP door and the web see the same.

const TITLE_LENGTH = 200
const REFERENCE_LENGTH = 64
const TEXT_LENGTH = 1000
/** No scanner of paper has more, and no paper less than a fax. */
const RESOLUTION = { min: 72, max: 2400 }
/** A quarter of a year of hours, or of days: nobody waits longer in good faith. */
const PERIOD_MAX = 2000
const PAGES_MAX = 500

const moment = z.iso.datetime()
const id = z.string().max(64)
const text = textField(TEXT_LENGTH)

export const scanPeriod = z.strictObject({
  count: z.int().min(1).max(PERIOD_MAX),
  unit: z.enum(periodUnits),
  closedOn: z.array(z.int().min(0).max(6)).max(6),
})

/** 読取りの決まり — for one kind of document, with where it stands in the facility's rules. */
export const profileRequest = z.strictObject({
  kind: id,
  resolution: z.int().min(RESOLUTION.min).max(RESOLUTION.max),
  colour: z.enum(colourDepths),
  formats: z.array(z.enum(scanFormats)).min(1).max(scanFormats.length),
  lossy: z.boolean(),
  period: scanPeriod,
  source: text,
})

/** 実施計画書の項目 — the seven of 9.3 C.2. */
export const planTopics = ['rules', 'responsible', 'notice', 'structure', 'records', 'audit', 'disposal'] as const

/** 過去の紙の電子化の実施計画 (9.3). */
export const planRequest = z.strictObject({
  title: lineField(TITLE_LENGTH),
  topics: z.strictObject({
    rules: text,
    responsible: text,
    notice: text,
    structure: text,
    records: text,
    audit: text,
    disposal: text,
  } satisfies Record<(typeof planTopics)[number], typeof text>),
  /** Since when patients can read of it, before it starts. */
  noticedOn: dayField,
  startsOn: dayField,
  /** Absent: with our own scanners. */
  entrustedTo: lineField(TITLE_LENGTH).optional(),
})

export const endPlanRequest = z.strictObject({
  auditedOn: dayField,
  /** By whom with which qualification, and what came out. */
  audit: text,
})

export const objectionRequest = z.strictObject({ patient: lineField(REFERENCE_LENGTH), toldOn: dayField, note: text })

/** 読み取る — from which paper, and what the person at the scanner counted. */
export const scanRequest = z.strictObject({
  scanCase: z.enum(scanCases),
  kind: id,
  title: lineField(TITLE_LENGTH),
  patient: lineField(REFERENCE_LENGTH).optional(),
  encounter: lineField(REFERENCE_LENGTH).optional(),
  writtenOn: dayField,
  declaredPages: z.int().min(1).max(PAGES_MAX),
  /** When the paper was made or received: at the time of care. */
  paperAt: moment.optional(),
  /** When the dispensing was finished: of a dispensed prescription. */
  dispensedAt: moment.optional(),
  /** Of old papers. */
  planId: id.optional(),
  /** Where the paper lies: of a copy for convenience. */
  keptAt: lineField(TITLE_LENGTH).optional(),
  /** Why it is right, whatever was found that asks. */
  remark: text.optional(),
})

/** Taken in, or what stands against it; then nothing was kept. */
export const scanAnswer = z.strictObject({
  documentId: z.string().optional(),
  findings: z.array(scanFinding),
  /** It was taken from the scanner's folder, and could not be removed there. */
  stays: z.boolean().optional(),
})

/** 届いたファイルを読み取る — by its name in the scanner's folder. */
export const arrivedScanRequest = scanRequest.extend({ file: z.string().min(1).max(255) })

const by = { writtenBy: z.string(), writtenAt: z.string() }

const profileView = profileRequest.extend({ profileId: z.string(), number: z.int(), source: z.string(), ...by })
const planView = z.strictObject({
  planId: z.string(),
  number: z.int(),
  title: z.string(),
  topics: z.record(z.enum(planTopics), z.string()),
  noticedOn: z.string(),
  startsOn: z.string(),
  entrustedTo: z.string().optional(),
  ...by,
  auditedOn: z.string().optional(),
  audit: z.string().optional(),
  endedBy: z.string().optional(),
  endedAt: z.string().optional(),
  /** How many documents came in by it. */
  documents: z.int(),
})
const objectionView = objectionRequest.extend({
  objectionId: z.string(),
  patient: z.string(),
  note: z.string(),
  ...by,
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.string().optional(),
})
const waitingView = z.strictObject({
  documentId: z.string(),
  kind: z.string(),
  title: z.string(),
  scannedBy: z.string(),
  scannedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
})

/** スキャンの机 — what the page shows. */
export const scanDesk = z.strictObject({
  now: z.string(),
  today: z.string(),
  kinds: z.array(z.strictObject({ kind: z.string(), ja: z.string(), en: z.string() })),
  /** The ones that stand, by kind. */
  profiles: z.array(profileView),
  plans: z.array(planView),
  objections: z.array(objectionView),
  /** What was scanned and is not signed yet, the most urgent first. */
  waiting: z.array(waitingView),
  /** スキャナのフォルダー: what lies in it; absent where none was named, or the reader scans nothing. */
  intake: z
    .strictObject({
      /** Whether the folder is there now. */
      there: z.boolean(),
      files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), arrivedAt: z.string() })),
    })
    .optional(),
  may: z.strictObject({ scan: z.boolean(), manage: z.boolean() }),
})

/** 読取りの記録 — beside the version it belongs to. */
export const scanRecord = z.strictObject({
  scanCase: z.enum(scanCases),
  declaredPages: z.int(),
  findings: z.array(scanFinding),
  remark: z.string().optional(),
  keptAt: z.string().optional(),
  paperAt: z.string().optional(),
  dispensedAt: z.string().optional(),
  plan: z.string().optional(),
  dueAt: z.string().optional(),
  /** Confirmed after its time, or not yet though it is over. */
  late: z.boolean(),
})

export type ProfileRequest = z.infer<typeof profileRequest>
export type PlanRequest = z.infer<typeof planRequest>
export type EndPlanRequest = z.infer<typeof endPlanRequest>
export type ObjectionRequest = z.infer<typeof objectionRequest>
export type ScanRequest = z.infer<typeof scanRequest>
export type ArrivedScanRequest = z.infer<typeof arrivedScanRequest>
export type ScanAnswer = z.infer<typeof scanAnswer>
export type ScanDesk = z.infer<typeof scanDesk>
export type ScanRecord = z.infer<typeof scanRecord>
