import { z } from 'zod'

// The public shape of an assessment: what `omamori assess --json` prints and the HTTP API answers.
// docs/formats/assessment.md describes it; a change that an older reader would misread makes the format `@2`.

export const stateSchema = z.enum(['met', 'not-met', 'unknown', 'not-applicable'])
const reasonSchema = z.enum([
  'facts-missing',
  'facts-stale',
  'supplier-asked',
  'applicability-unknown',
  'needs-person',
  'needs-attestation',
  'attestation-expired',
  'another-part',
  'applicability',
  'alternative',
  'exempted',
  'children',
  'retired',
])
const daySchema = z.iso.date()
const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const referenceSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  field: z.string().optional(),
})

const countsSchema = z.strictObject({
  met: z.int(),
  'not-met': z.int(),
  unknown: z.int(),
  'not-applicable': z.int(),
})

const findingSchema = z.strictObject({
  state: z.enum(['met', 'not-met', 'unknown']),
  code: z.string(),
  sentence: z.string(),
  about: referenceSchema.optional(),
  restsOn: z.array(referenceSchema).optional(),
  facts: factsSchema,
})

const evidenceSchema = z.strictObject({
  kind: z.enum(['fact', 'attestation']),
  source: z.enum(['measured', 'vendor', 'person', 'statement']),
  about: referenceSchema.optional(),
  attestationId: z.string().optional(),
  statement: z.string().optional(),
  by: z.string().optional(),
  /** The supplier that told it in answer to a question sheet. */
  supplier: z.string().optional(),
  takenOn: daySchema,
  validUntil: daySchema,
  expired: z.boolean(),
  proofSha256: z.string().optional(),
})

const questionSchema = z.strictObject({ fact: z.string(), question: z.string() })

export const presentedRequirementSchema = z.strictObject({
  id: z.string(),
  state: stateSchema,
  reason: reasonSchema.optional(),
  reasonSentence: z.string().optional(),
  decidedBy: z.enum(['rule', 'rule-and-person', 'room-and-person', 'person', 'children', 'another-part']),
  section: z.string(),
  kind: z.enum(['C', 'D']),
  parent: z.string().optional(),
  printedNumber: z.strictObject({ text: z.string(), confidence: z.enum(['seen', 'inferred']) }),
  title: z.string(),
  findings: z.array(findingSchema),
  evidence: z.array(evidenceSchema),
  /** Questions of applicability that nobody has answered yet. */
  asks: z.array(questionSchema),
})

const gapSchema = z.strictObject({
  requirementId: z.string(),
  title: z.string(),
  state: z.enum(['not-met', 'unknown']),
  weight: z.int(),
  /** What was found, or why it is not known. */
  sentence: z.string(),
  action: z.strictObject({ code: z.string(), sentence: z.string(), facts: factsSchema }),
  about: referenceSchema.optional(),
})

export const presentedAssessmentSchema = z.strictObject({
  format: z.literal('omamori-assessment@1'),
  edition: z.string(),
  facility: z.string(),
  sample: z.boolean(),
  on: daySchema,
  language: z.enum(['ja', 'en']),
  /** This is a self-assessment, not a certification. */
  notice: z.string(),
  counts: z.strictObject({ C: countsSchema, D: countsSchema }),
  requirements: z.array(presentedRequirementSchema),
  gaps: z.array(gapSchema),
  contradictions: z.array(z.strictObject({ ...questionSchema.shape, about: referenceSchema, sentence: z.string() })),
  /** Answers of suppliers that the registry contradicts; the registry counts. */
  disputes: z
    .array(
      z.strictObject({ about: referenceSchema, supplier: z.string(), answeredOn: daySchema, sentence: z.string() }),
    )
    .optional(),
})

export type PresentedAssessment = z.infer<typeof presentedAssessmentSchema>
export type PresentedRequirement = z.infer<typeof presentedRequirementSchema>
