import { z } from 'zod'
import { openQuestions } from '#supplier/contract'
import { taskView } from '#task/contract'
import { planView } from '../plan/wire.ts'
import { presentedAssessmentSchema } from '../presented-schema.ts'
import { comparisonView, snapshotsView, snapshotView } from '../snapshot/wire.ts'

// What the director's page gives: the screen, the command line and the paper say the same.

const numbered = snapshotView.pick({ snapshotId: true, fiscalYear: true, number: true, takenOn: true })
const line = taskView.pick({ taskId: true, title: true })
const named = planView.shape.rows.element.shape.owner
const changed = comparisonView.shape.requirements.element
const count = z.int()

const trend = z.discriminatedUnion('code', [
  /** There are no two snapshots yet. */
  z.strictObject({ code: z.literal('too-few') }),
  /** One of the two differs from what was kept: the page for snapshots says more. */
  z.strictObject({ code: z.literal('corrupt') }),
  z.strictObject({
    code: z.literal('compared'),
    before: numbered,
    after: numbered,
    totals: comparisonView.shape.totals,
    better: z.array(changed),
    /** What became worse, is no longer known, or was found to fall short: the minimum items first. */
    worse: z.array(changed),
  }),
])

/** 施設長の1枚 — how it stands, what to decide, what it costs, what is late, where it goes, what others owe us. */
export const directorPageView = z.strictObject({
  on: z.string(),
  facility: z.string(),
  sample: z.boolean(),
  language: z.enum(['ja', 'en']),
  director: z.string().optional(),
  verdict: z.strictObject({ code: z.enum(['act', 'find-out', 'in-order', 'nothing-recorded']), sentence: z.string() }),
  counts: presentedAssessmentSchema.shape.counts,
  /** Of the requirements that are not met or not known: how many nobody has taken up. */
  notTaken: z.strictObject({ 'not-met': count, unknown: count }),
  decide: z.strictObject({
    /** Tasks that wait for the director's word, and what they cost together. */
    tasks: count,
    cost: count,
    /** The last snapshot, as long as nobody approved it. */
    snapshot: numbered.optional(),
    snapshotDue: snapshotsView.shape.due,
    exemptions: z.array(z.strictObject({ requirementId: z.string(), title: z.string(), proposedOn: z.string() })),
    checklist: z.strictObject({
      title: z.string(),
      rows: count,
      unanswered: count,
      /** Answered with yes, and the assessment has since found that it is not so. */
      contradicted: count,
      /** Answered with no, and the day by which it was to be done is over. */
      overdue: count,
    }),
  }),
  /** The open tasks that cost something, those that wait first; and what they cost, as the plan sums it. */
  money: z.strictObject({
    tasks: z.array(line.extend({ cost: count, standing: taskView.shape.standing, owner: named })),
    decided: count,
    undecided: count,
    /** Open tasks of which nobody said what they cost. */
    unsaid: count,
  }),
  overdue: z.array(line.extend({ owner: named, ownerLeft: z.boolean(), dueOn: z.string(), daysLate: count })),
  trend,
  questions: z.array(openQuestions),
})

export type DirectorPageView = z.infer<typeof directorPageView>
