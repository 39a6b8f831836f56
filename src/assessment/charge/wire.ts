import { z } from 'zod'
import { taskView } from '#task/contract'
import { planRowView } from '../plan/wire.ts'
import { presentedAssessmentSchema } from '../presented-schema.ts'

const gap = presentedAssessmentSchema.shape.gaps.element

/** Things of theirs that make a requirement fall short in the same way, or of which the same is not known; with one step to take. */
const shortfall = z.strictObject({
  ...gap.pick({ requirementId: true, title: true, sentence: true }).shape,
  toDo: z.string(),
  /** The first is the one of which the sentences speak; none where it is the facility itself. */
  about: z.array(gap.shape.about.unwrap()),
})

/** 担当票 — one person of the facility: what is theirs, what of it falls short or is not known, and what they have to do. */
export const chargeView = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string() }),
  posts: z.array(z.string()),
  things: z.array(z.strictObject({ kind: z.string(), id: z.string(), name: z.string() })),
  notMet: z.array(shortfall),
  unknown: z.array(shortfall),
  /** How many requirements these are. */
  counts: z.strictObject({ 'not-met': z.int(), unknown: z.int() }),
  /** Open tasks; those that are late come first, then by their day. */
  tasks: z.array(
    z.strictObject({
      ...taskView.pick({ taskId: true, title: true, state: true, dueOn: true }).shape,
      supplier: planRowView.shape.supplier,
      daysLate: z.int(),
    }),
  ),
})

export const chargesView = z.strictObject({
  on: z.string(),
  facility: z.string(),
  sample: z.boolean(),
  language: z.enum(['ja', 'en']),
  /** Whether the reader may see how the facility stands; without it only the tasks are listed. */
  assessed: z.boolean(),
  charges: z.array(chargeView),
  may: z.strictObject({ all: z.boolean() }),
})

/** Whose: the reader's own, everybody's, or one person's. */
export const chargesRequest = z.object({
  whose: z.enum(['mine', 'all']).optional(),
  personId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
})

export type ChargeView = z.infer<typeof chargeView>
export type ChargesView = z.infer<typeof chargesView>
export type ChargesRequest = z.infer<typeof chargesRequest>
