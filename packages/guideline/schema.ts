import { z } from 'zod'
import { applicabilitySchema } from './applicability.ts'

// The shapes of the data files that are read often: requirements, facts, kinds of evidence, glossary, Q&A.
// Every object is strict: a misspelt field is refused, not ignored.

const text = z.string().min(1)

/** 両言語 — a sentence in Japanese and in English; neither may be missing. */
export const bilingual = z.strictObject({ ja: text, en: text })
export const confidence = z.enum(['confirmed', 'partial', 'recalled'])
export const sectionId = z.string().regex(/^(付則[12]\.\d+|\d+(\.\d+)*)$/)

export const requirementKind = z.enum(['C', 'D'])
export const role = z.enum(['management', 'system-safety-manager', 'planning', 'operation', 'vendor', 'all-staff'])
export const sourceBasis = z.enum([
  ...(['final', 'draft', 'excerpt', 'mapping', 'companion', 'successor', 'derived', 'older', 'partial'] as const),
  ...(['recall', 'search', 'mixed'] as const),
])

/** 出典 — how the item is known, and on which PDF pages of which documents. */
const source = z.strictObject({
  basis: sourceBasis,
  text: z.enum(['whole', 'part', 'none']),
  places: z.record(z.string(), z.array(z.int().positive()).readonly()).optional(),
  addresses: z.array(z.string()).optional(),
  note: text.optional(),
})

/** 廃止 — an id that is no longer asked for. It is never deleted and never given to anything else: answers stand under it. */
export const retirement = z.strictObject({
  /** Since which month. */
  since: z.string().regex(/^\d{4}-\d{2}$/),
  reason: bilingual,
  /** What asks for it now, where something does. */
  replacedBy: z.array(text).min(1).optional(),
})

/** 要求事項 — one C or D item, or one of its sub-items. Its `id` is ours and permanent; the printed number is data. */
export const requirementSchema = z.strictObject({
  id: z.string().regex(/^(App[12]\.\d|\d+(\.\d+)*)\.[CD](-\d+)+(-[a-z])?$/),
  section: sectionId,
  kind: requirementKind,
  printedNumber: z.strictObject({ text, confidence: z.enum(['seen', 'inferred']) }),
  parent: z.string().optional(),
  /** On a parent: whether all of its children are asked for, or any one of them. */
  combine: z.enum(['all', 'any']).optional(),
  title: bilingual,
  /** What it was called before, oldest first: a new title keeps the old one here, so that no id changes its matter unseen. */
  formerTitles: z.array(bilingual).min(1).optional(),
  summary: bilingual,
  roles: z.array(role).min(1),
  appliesWhen: applicabilitySchema,
  evidenceKinds: z.array(z.string()).min(1),
  checkable: z.enum(['auto', 'semi', 'attest']),
  /** For those who write a check: what it could look at. */
  hint: z.strictObject({ en: text }).optional(),
  changedIn52: z.boolean(),
  changeNote: bilingual.optional(),
  retired: retirement.optional(),
  source,
  confidence,
})

/** 適用条件の事実 — a question that decides which requirements apply. */
export const applicabilityFactSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  question: bilingual,
  derivedFrom: text.optional(),
})

/** 証拠の種類 — what one can show for a requirement. */
export const evidenceKindSchema = z.strictObject({ key: z.string().regex(/^[a-z][a-z-]*$/), name: bilingual })

/** 用語 — a term of the trade. `forms` are the spellings by which it is found in a text, in both languages. */
export const termSchema = z.strictObject({
  term: text,
  reading: text,
  en: text,
  forms: z.array(text).min(1),
  definition: bilingual,
})

/** 質疑応答 — a question and answer of the ministry. Drafts number differently from what was published. */
export const questionAndAnswerSchema = z.strictObject({
  id: z.string().regex(/^(draft|published)-q-\d+([-a-z0-9]*)$/),
  number: text,
  numbering: z.enum(['draft', 'published']),
  numberConfidence: z.enum(['seen', 'inferred']),
  topic: bilingual,
  gist: bilingual,
  sections: z.array(sectionId),
  requirements: z.array(z.string()),
  page: z.strictObject({ document: z.string(), pages: text }).optional(),
  confidence,
  note: bilingual.optional(),
})

export const requirementsFile = z.strictObject({ requirements: z.array(requirementSchema) })
export const factsFile = z.strictObject({ facts: z.array(applicabilityFactSchema) })
export const evidenceKindsFile = z.strictObject({ evidenceKinds: z.array(evidenceKindSchema) })
export const glossaryFile = z.strictObject({ terms: z.array(termSchema) })
export const questionsFile = z.strictObject({ about: bilingual, questions: z.array(questionAndAnswerSchema) })
