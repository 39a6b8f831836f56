import { z } from 'zod'
import { stateSchema } from '../presented-schema.ts'

const countsSchema = z.strictObject({
  met: z.int(),
  'not-met': z.int(),
  unknown: z.int(),
  'not-applicable': z.int(),
})

/** 点検の記録 — one assessment as it was taken, and whether the director has approved this very one. */
export const snapshotView = z.strictObject({
  snapshotId: z.string(),
  fiscalYear: z.int(),
  /** Counted within the facility and the fiscal year: 点検第12号. */
  number: z.int(),
  edition: z.string(),
  takenOn: z.string(),
  takenAt: z.string(),
  takenBy: z.string(),
  counts: z.strictObject({ C: countsSchema, D: countsSchema }),
  /** What is approved, and what the journal proves. */
  digest: z.string(),
  approvedBy: z.string().optional(),
  approvedOn: z.string().optional(),
})

export const snapshotsView = z.strictObject({
  snapshots: z.array(snapshotView),
  /** When the next one is due; without any, at once. */
  due: z.strictObject({ on: z.string().optional(), overdue: z.boolean() }),
  may: z.strictObject({ take: z.boolean(), approve: z.boolean() }),
})

/** Approval is of exact content: the digest that was on the screen. */
export const approveSnapshotRequest = z.strictObject({
  snapshotId: z.string().max(64),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})

export const changeKinds = ['better', 'worse', 'known-now', 'no-longer-known', 'scope', 'same', 'new', 'gone'] as const

const totalsSchema = z.strictObject({
  better: z.int(),
  worse: z.int(),
  'known-now': z.int(),
  'no-longer-known': z.int(),
  scope: z.int(),
  same: z.int(),
  new: z.int(),
  gone: z.int(),
})

/** 前回との違い — what differs between two snapshots, with a sentence for each reason. What is the same is counted only. */
export const comparisonView = z.strictObject({
  before: snapshotView,
  after: snapshotView,
  totals: z.strictObject({ C: totalsSchema, D: totalsSchema }),
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['C', 'D']),
      title: z.string(),
      change: z.enum(changeKinds),
      changeName: z.string(),
      before: stateSchema.optional(),
      after: stateSchema.optional(),
      why: z.array(z.string()),
    }),
  ),
})

/** How one requirement stood in each snapshot, newest first; without a state where its edition did not have it. */
export const requirementHistoryView = z.array(
  z.strictObject({
    snapshotId: z.string(),
    fiscalYear: z.int(),
    number: z.int(),
    takenOn: z.string(),
    state: stateSchema.optional(),
  }),
)

export type SnapshotView = z.infer<typeof snapshotView>
export type SnapshotsView = z.infer<typeof snapshotsView>
export type ApproveSnapshotRequest = z.infer<typeof approveSnapshotRequest>
export type ComparisonView = z.infer<typeof comparisonView>
export type RequirementHistory = z.infer<typeof requirementHistoryView>
export type ChangeKind = (typeof changeKinds)[number]
