import { z } from 'zod'
import { bilingual, confidence, retirement, sourceBasis } from './schema.ts'

// The shape of `checklist.yaml`: a form of the ministry that is filled in once a year and answered by an edition.

const text = z.string().min(1)
const seen = z.enum(['seen', 'inferred'])

export const sheetKind = z.enum(['facility', 'pharmacy', 'supplier'])
export const scopeKind = z.enum(['server', 'terminal', 'network'])

/** 対応 — what of the mapped edition answers a question, and how far. */
const basis = z.strictObject({
  /** `whole`: all of it met answers yes. `part`: needed but not enough. `none`: nothing answers it. */
  covers: z.enum(['whole', 'part', 'none']),
  /** Every one of them is needed. With `fields`, only findings about these facts answer no. */
  requirements: z.array(z.strictObject({ id: text, fields: z.array(text).min(1).optional() })),
})

/** 確認項目 — one row of the form. Its `id` is ours and permanent across years; number and order are data. */
export const checklistItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  topic: text,
  printedNumber: z.strictObject({ text: z.string(), confidence: seen }),
  ask: bilingual,
  /** How it was asked before, oldest first; see `formerTitles` of a requirement. */
  formerAsks: z.array(bilingual).min(1).optional(),
  /** How the supplier is asked, where that differs. */
  supplierAsk: bilingual.optional(),
  sheets: z.array(sheetKind).min(1),
  scopes: z.strictObject({ of: z.array(scopeKind), confidence: seen }),
  note: bilingual.optional(),
  addedThisYear: z.boolean(),
  retired: retirement.optional(),
  basis,
  /** Requirements that have to do with it and answer nothing. */
  seeAlso: z.array(text),
  guideline60: z.array(z.strictObject({ text, confidence: z.enum(['seen', 'recalled']) })),
  source: z.strictObject({ basis: sourceBasis, addresses: z.array(z.url()) }),
  confidence,
})

export const checklistSchema = z.strictObject({
  id: text,
  title: bilingual,
  shortTitle: bilingual,
  issuer: bilingual,
  fiscalYear: z.int(),
  publishedIn: z.string().regex(/^\d{4}-\d{2}$/),
  mappedEdition: text,
  citedEdition: bilingual,
  textsMark: bilingual,
  mappingMark: bilingual,
  marks: z.strictObject({
    numberUnconfirmed: bilingual,
    contentUnconfirmed: bilingual,
    contentPartly: bilingual,
    scopeUnconfirmed: bilingual,
  }),
  rounds: z.strictObject({ count: z.int().min(1).max(9), confidence }),
  about: bilingual,
  legalBasis: z.array(z.strictObject({ text: bilingual, confidence })),
  sheets: z.array(z.strictObject({ id: sheetKind, title: bilingual })),
  topics: z.array(z.strictObject({ number: text, title: bilingual })),
  scopes: z.array(z.strictObject({ id: scopeKind, name: bilingual })),
  items: z.array(checklistItemSchema),
})
