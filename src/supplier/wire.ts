import { z } from 'zod'
import { isDay } from '#shared'

// What crosses the wire. The web sees this file; it knows no storage and no journal.

const daySchema = z.string().refine(isDay)
const idSchema = z.string().min(1).max(64)
const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)

// A name fits a line of the paper; a note is a sentence or two.
const personSchema = plain(120)
const noteSchema = plain(500)
/** Longer than any code with its spaces and hyphens. */
const codeSchema = z.string().min(1).max(32)
/** A hospital's largest supplier is asked about a hundred things. */
export const QUESTIONS_MAX = 200

/** What a supplier can say to a question: a value, that it does not know, or that it is not concerned. */
export const verdicts = ['value', 'not-known', 'not-concerned'] as const
const verdictSchema = z.enum(verdicts)
/** As a program sends it, or as somebody wrote it: はい, R8.11.22, １３. */
const valueSchema = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(64)).max(64)])

/** How an answer came in. */
export const answerWays = ['typed', 'workbook', 'link', 'taken-over'] as const
/** How a supplier was reminded. */
export const reminderWays = ['phone', 'fax', 'mail', 'letter', 'visit'] as const

export const issueSheetRequest = z.strictObject({ supplierId: idSchema, dueOn: daySchema })

export const givenAnswer = z.strictObject({
  code: codeSchema,
  verdict: verdictSchema,
  value: valueSchema.optional(),
  note: noteSchema.optional(),
})

export const answerSheetRequest = z.strictObject({
  answeredBy: personSchema,
  answeredOn: daySchema,
  /** 他の施設にも同じ回答を使ってよい: the supplier's tick. */
  shareable: z.boolean().default(false),
  answers: z.array(givenAnswer).min(1).max(QUESTIONS_MAX),
})

export const ownAnswerRequest = z.strictObject({
  answeredBy: personSchema,
  shareable: z.boolean().default(false),
  ...givenAnswer.omit({ code: true }).shape,
})

export const remindRequest = z.strictObject({ remindedOn: daySchema, way: z.enum(reminderWays) })
/** Somebody looked at both and says that it is the same supplier and the same product. */
export const takeOverRequest = z.strictObject({ code: codeSchema, sameSupplierAndProduct: z.literal(true) })
export const openLinkRequest = z.strictObject({ token: z.string().max(200) })

export const answerView = z.strictObject({
  verdict: verdictSchema,
  value: z.unknown().optional(),
  note: z.string().optional(),
  by: z.string().optional(),
  answeredOn: daySchema,
  way: z.enum(answerWays),
  shareable: z.boolean(),
  /** How often the question was answered; the last answer stands. */
  revision: z.int(),
})

/** What the registry holds of the fact from too long ago, and since when. */
const heldFact = z.strictObject({ value: z.unknown(), on: daySchema })

const questionShape = {
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  field: z.string(),
  held: heldFact.optional(),
  answer: answerView.optional(),
}

export const sheetStates = ['open', 'complete', 'closed', 'replaced'] as const

export const sheetSummary = z.strictObject({
  sheetId: z.string(),
  number: z.int(),
  supplierId: z.string(),
  supplierName: z.string(),
  issuedOn: daySchema,
  dueOn: daySchema,
  state: z.enum(sheetStates),
  /** The number of the sheet that took its place. */
  replacedBy: z.int().optional(),
  asked: z.int(),
  answered: z.int(),
  /** Due soon, or over; absent where everything is answered or the sheet is closed. */
  due: z.enum(['near', 'over']).optional(),
  /** Near or over, and not reminded in the last days. */
  toRemind: z.boolean(),
  remindedOn: daySchema.optional(),
})

/** 回答待ち — the open sheet of one supplier: what it has not answered yet. */
export const openQuestions = z.strictObject({
  ...sheetSummary.pick({ sheetId: true, number: true, supplierId: true, supplierName: true, dueOn: true }).shape,
  ...sheetSummary.pick({ due: true, toRemind: true }).shape,
  open: z.int(),
  /** The day on which the oldest of them was asked. */
  since: daySchema,
})

export const linkView = z.strictObject({ linkId: z.string(), createdOn: daySchema, expiresAt: z.iso.datetime() })
/** Shown once: the token is kept nowhere. */
export const issuedLink = linkView.extend({ token: z.string() })

export const disputeView = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  field: z.string(),
  registered: z.unknown(),
  answered: z.unknown(),
  supplierName: z.string(),
  by: z.string().optional(),
  answeredOn: daySchema,
  /** The day of a registered fact that is too old to count: then neither of the two does. */
  staleSince: daySchema.optional(),
})

const mayView = z.strictObject({ ask: z.boolean(), record: z.boolean() })

export const suppliersView = z.strictObject({
  suppliers: z.array(
    z.strictObject({
      supplierId: z.string(),
      name: z.string(),
      /** Questions that are on no sheet yet. */
      toAsk: z.int(),
      sheets: z.array(sheetSummary),
      links: z.array(linkView),
    }),
  ),
  disputes: z.array(disputeView),
  /** A day by which a sheet is usually due. */
  usualDueOn: daySchema,
  may: mayView,
})

export const sheetQuestionView = z.strictObject({
  ...questionShape,
  itemId: z.string(),
  requirements: z.array(z.string()),
  askedOn: daySchema,
  /** What this supplier said of the product for every customer; taken over by a person or not at all. */
  proposal: z.strictObject({ value: z.unknown(), answeredOn: daySchema, supplierName: z.string() }).optional(),
})

export const sheetView = z.strictObject({
  ...sheetSummary.shape,
  facility: z.strictObject({
    name: z.string(),
    sample: z.boolean(),
    address: z.string().optional(),
    phone: z.string().optional(),
  }),
  today: daySchema,
  questions: z.array(sheetQuestionView),
  reminders: z.array(z.strictObject({ remindedOn: daySchema, way: z.enum(reminderWays), by: z.string() })),
  may: mayView,
})

/** What a supplier sees through its link: its own sheets, and nothing else of the facility. */
export const ownSheetsView = z.strictObject({
  facility: z.string(),
  sample: z.boolean(),
  supplierName: z.string(),
  expiresAt: z.iso.datetime(),
  sheets: z.array(
    z.strictObject({
      number: z.int(),
      issuedOn: daySchema,
      dueOn: daySchema,
      questions: z.array(z.strictObject(questionShape)),
    }),
  ),
})

/** What became of answers that came in together. All of them the same as before: the sheet came twice. */
export const answersKept = z.strictObject({ kept: z.int(), same: z.int(), asked: z.int(), answered: z.int() })

export type IssueSheetRequest = z.infer<typeof issueSheetRequest>
export type GivenAnswer = z.infer<typeof givenAnswer>
export type AnswerSheetRequest = z.infer<typeof answerSheetRequest>
export type OwnAnswerRequest = z.infer<typeof ownAnswerRequest>
export type RemindRequest = z.infer<typeof remindRequest>
export type TakeOverRequest = z.infer<typeof takeOverRequest>
export type HeldFact = z.infer<typeof heldFact>
export type AnswerView = z.infer<typeof answerView>
export type SheetSummary = z.infer<typeof sheetSummary>
export type OpenQuestions = z.infer<typeof openQuestions>
export type LinkView = z.infer<typeof linkView>
export type IssuedLink = z.infer<typeof issuedLink>
export type DisputeView = z.infer<typeof disputeView>
export type SuppliersView = z.infer<typeof suppliersView>
export type SheetQuestionView = z.infer<typeof sheetQuestionView>
export type SheetView = z.infer<typeof sheetView>
export type OwnSheetsView = z.infer<typeof ownSheetsView>
export type AnswersKept = z.infer<typeof answersKept>
export type Verdict = (typeof verdicts)[number]
export type AnswerWay = (typeof answerWays)[number]
export type ReminderWay = (typeof reminderWays)[number]
