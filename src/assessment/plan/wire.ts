import { z } from 'zod'
import { taskDetail, taskView } from '#task/contract'
import { presentedAssessmentSchema, stateSchema } from '../presented-schema.ts'

// What the plan gives: the HTTP door, the command line and the web see the same.

const named = z.strictObject({ id: z.string(), name: z.string() })

/** 改善計画の1行 — a task with the names and sentences that people read. */
export const planRowView = z.strictObject({
  task: taskView,
  requirements: z.array(
    z.strictObject({ id: z.string(), title: z.string(), section: z.string(), state: stateSchema.optional() }),
  ),
  owner: named.optional(),
  ownerLeft: z.boolean(),
  supplier: named.optional(),
  daysLate: z.int(),
  weight: z.int(),
  stillShort: z.enum(['not-met', 'unknown']).optional(),
})

const sumSchema = z.strictObject({
  state: taskView.shape.state,
  tasks: z.int(),
  decided: z.int(),
  estimated: z.int(),
  unsaid: z.int(),
})

/** 改善計画 — every task of the facility beside the assessment of the day, and the gaps that nobody took up. */
export const planView = z.strictObject({
  on: z.string(),
  facility: z.string(),
  sample: z.boolean(),
  rows: z.array(planRowView),
  sums: z.array(sumSchema),
  gaps: z.array(presentedAssessmentSchema.shape.gaps.element),
  may: z.strictObject({ change: z.boolean() }),
})

/** One task as its page shows it: with its names, and what the registry offers for choosing. */
export const taskPageView = planRowView.extend({
  task: taskDetail,
  decidedBy: z.string().optional(),
  choices: z.strictObject({ persons: z.array(named), suppliers: z.array(named), directors: z.array(named) }),
})

/** The requirements whose gaps one task shall answer. */
export const openFromGapsRequest = z.strictObject({
  requirementIds: z
    .array(z.string().regex(/^[A-Za-z0-9.-]{1,64}$/))
    .min(1)
    .max(50),
  anyway: z.boolean().optional(),
})

export type PlanRowView = z.infer<typeof planRowView>
export type PlanView = z.infer<typeof planView>
export type TaskPageView = z.infer<typeof taskPageView>
export type OpenFromGapsRequest = z.infer<typeof openFromGapsRequest>
