import { z } from 'zod'
import { isDay } from '#shared'

// What the use cases of the checklist take and give: the HTTP door, the command line and the web see the same.

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
const sheetSchema = z.enum(['facility', 'pharmacy', 'supplier'])
const answerSchema = z.enum(['yes', 'no'])
const roundSchema = z.int().min(1).max(9)

/** Which row in which round; on a supplier's sheet, whose. */
const placeSchema = z.strictObject({
  sheet: sheetSchema,
  supplierId: idSchema.optional(),
  itemId: idSchema,
  round: roundSchema,
})

export const answerChecklistRequest = placeSchema.extend({
  answer: answerSchema,
  /** 確認日: the day somebody looked, never later than today. */
  checkedOn: daySchema,
  /** 目標日: a no needs one, a yes has none. */
  targetOn: daySchema.optional(),
  /** The version that was seen; 0 where there was no answer yet. */
  version: z.int().min(0),
})

export const withdrawChecklistAnswerRequest = placeSchema.extend({ version: z.int().min(1) })

export const checklistAnswerView = z.strictObject({
  round: z.int(),
  answer: answerSchema,
  checkedOn: z.string(),
  targetOn: z.string().optional(),
  by: z.string(),
  version: z.int(),
})

const linkSchema = z.strictObject({ id: z.string(), title: z.string() })

const proposalSchema = z.strictObject({
  answer: answerSchema.optional(),
  reason: z.enum([
    'all-met',
    'not-met',
    'not-met-elsewhere',
    'partly',
    'unknown',
    'not-applicable',
    'nothing-answers',
    'supplier-asked',
    'no-longer-asked',
  ]),
  sentence: z.string(),
  requirements: z.array(linkSchema.extend({ state: z.enum(['met', 'not-met', 'unknown', 'not-applicable']) })),
  /** What speaks against a yes, a sentence each. */
  findings: z.array(z.string()),
})

const rowSchema = z.strictObject({
  itemId: z.string(),
  printedNumber: z.strictObject({ text: z.string(), confidence: z.enum(['seen', 'inferred']) }),
  ask: z.string(),
  note: z.string().optional(),
  /** What the row was not compared with: shown and printed beside it. */
  marks: z.array(z.string()),
  addedThisYear: z.boolean(),
  proposal: proposalSchema,
  seeAlso: z.array(linkSchema),
  guideline60: z.array(z.strictObject({ text: z.string(), confidence: z.enum(['seen', 'recalled']) })),
  answers: z.array(checklistAnswerView),
  /** What was answered last to the same row of the form before, while this one has no answer. It is no answer here. */
  lastYear: checklistAnswerView.omit({ version: true }).extend({ checklist: z.string() }).optional(),
  contradicted: z.boolean(),
})

const groupSchema = z.strictObject({
  topic: z.strictObject({ number: z.string(), title: z.string() }),
  /** What the rows are about: servers, terminals, network devices; nothing where it is the facility itself. */
  scope: z.string(),
  rows: z.array(rowSchema),
})

export const checklistView = z.strictObject({
  format: z.literal('omamori-checklist@1'),
  checklist: z.string(),
  title: z.string(),
  facility: z.string(),
  sample: z.boolean(),
  on: z.string(),
  language: z.enum(['ja', 'en']),
  rounds: z.int(),
  /** Whose words these are, and whose mapping. */
  notices: z.array(z.string()),
  sheets: z.array(
    z.strictObject({
      sheet: sheetSchema,
      title: z.string(),
      supplierId: z.string().optional(),
      supplierName: z.string().optional(),
      things: z.array(z.string()),
      groups: z.array(groupSchema),
    }),
  ),
})

/** What the screen gets: the form, and what the reader may do. */
export const checklistPageView = checklistView.extend({ may: z.strictObject({ answer: z.boolean() }) })

export type AnswerChecklistRequest = z.infer<typeof answerChecklistRequest>
export type WithdrawChecklistAnswerRequest = z.infer<typeof withdrawChecklistAnswerRequest>
export type ChecklistAnswerView = z.infer<typeof checklistAnswerView>
export type ChecklistView = z.infer<typeof checklistView>
export type ChecklistPageView = z.infer<typeof checklistPageView>
