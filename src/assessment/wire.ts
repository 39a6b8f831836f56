import { z } from 'zod'
import { isDay } from '#shared'

// What the use cases of this room take and give: the HTTP door and the web see the same.

/** As long as a note of the registry: long enough to say what was looked at, short enough for a page and a paper. */
const STATEMENT_LENGTH = 2000

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const requirementIdSchema = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/)
const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
/** Something other than spaces, and no control characters but line breaks. */
const statementSchema = z
  .string()
  .trim()
  .min(1)
  .max(STATEMENT_LENGTH)
  .regex(/^(\P{Cc}|[\n\t])*$/u)

export const attestRequest = z.strictObject({
  requirementId: requirementIdSchema,
  statement: statementSchema,
  /** The day somebody looked; today when it is not given, and never later. */
  attestedOn: daySchema.optional(),
  /** The last day on which it counts; a year from `attestedOn` when it is not given. */
  validUntil: daySchema.optional(),
})

export const attestationReference = z.strictObject({ attestationId: idSchema })

export const proposeExemptionRequest = z.strictObject({
  requirementId: requirementIdSchema,
  reason: statementSchema,
  /** The day on which to look again. Until then an approved reason counts. */
  reviewOn: daySchema,
})

export const exemptionReference = z.strictObject({ exemptionId: idSchema })

export const attestationView = z.strictObject({
  attestationId: z.string(),
  requirementId: z.string(),
  statement: z.string(),
  by: z.string(),
  attestedOn: z.string(),
  validUntil: z.string(),
  hasProof: z.boolean(),
  proofSha256: z.string().optional(),
  withdrawn: z.boolean(),
})

export const exemptionView = z.strictObject({
  exemptionId: z.string(),
  requirementId: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: z.string(),
  approvedBy: z.string().optional(),
  approvedOn: z.string().optional(),
  reviewOn: z.string(),
  withdrawn: z.boolean(),
})

/** What people said about one requirement, newest first, and what the reader may do next. */
export const requirementWordsView = z.strictObject({
  requirementId: z.string(),
  attestations: z.array(attestationView),
  exemptions: z.array(exemptionView),
  may: z.strictObject({ attest: z.boolean(), proposeExemption: z.boolean(), approveExemption: z.boolean() }),
})

export type AttestRequest = z.infer<typeof attestRequest>
export type ProposeExemptionRequest = z.infer<typeof proposeExemptionRequest>
export type AttestationReference = z.infer<typeof attestationReference>
export type ExemptionReference = z.infer<typeof exemptionReference>
export type AttestationView = z.infer<typeof attestationView>
export type ExemptionView = z.infer<typeof exemptionView>
export type RequirementWordsView = z.infer<typeof requirementWordsView>
