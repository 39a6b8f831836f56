import { z } from 'zod'
import { bilingual, confidence, requirementKind, role, sectionId, sourceBasis } from './schema.ts'

// The shape of `edition.yaml`: what an edition is, how it is built, and how far it could be read.

const text = z.string().min(1)
const month = z.string().regex(/^\d{4}-\d{2}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const legend = <T extends z.ZodType>(id: T) => z.array(z.strictObject({ id, meaning: bilingual }))

/** 節 — a section in its chapter. */
export const sectionSchema = z.strictObject({ id: sectionId, title: bilingual })

/** 章 — a chapter with its sections in order; a chapter without C or D items has none. */
export const chapterSchema = z.strictObject({ id: text, title: bilingual, sections: z.array(sectionSchema) })

/** 読んだ文書 — a document in which items were read; `copy` is the number of the public copy. */
export const sourceDocumentSchema = z.strictObject({ key: text, copy: z.int().positive(), title: bilingual })

/** 選択肢 — items of which one is enough. */
export const alternativesSchema = z.strictObject({ of: z.array(z.string()).min(2), reason: bilingual })

/** 責任のあり方 — one of the responsibilities of chapter 4. */
export const responsibilitySchema = z.strictObject({
  id: text,
  phase: bilingual,
  name: bilingual,
  duty: bilingual,
  confidence,
})

export const editionHeadSchema = z.strictObject({
  id: text,
  title: bilingual,
  shortTitle: bilingual,
  issuer: bilingual,
  publishedIn: month,
  officialPage: z.url(),
  succeededBy: z.strictObject({ edition: text, publishedIn: month }).optional(),
  about: bilingual,
  foundingNotice: z.strictObject({ issuedOn: day, numbers: z.array(text) }),
  englishTitlesMark: bilingual,
  japaneseTextsMark: bilingual,
  marks: z.strictObject({ numberUnconfirmed: bilingual, contentUnconfirmed: bilingual }),
  pages: z.strictObject({ pdfMinusPrinted: z.int(), note: bilingual }),
  kinds: z.array(z.strictObject({ id: requirementKind, name: bilingual, meaning: bilingual })),
  roles: z.array(z.strictObject({ id: role, name: bilingual })),
  checkability: legend(z.enum(['auto', 'semi', 'attest'])),
  sourceTexts: legend(z.enum(['whole', 'part', 'none'])),
  confidences: legend(confidence),
  sourceBases: legend(sourceBasis),
  documents: z.array(sourceDocumentSchema),
  requirementFiles: z.array(z.string().regex(/^[a-z0-9-]+\.yaml$/)),
  chapters: z.array(chapterSchema),
  alternatives: z.array(alternativesSchema),
  legalBasis: z.array(z.strictObject({ sections: z.array(text), text: bilingual, confidence })),
  changes: z.array(z.strictObject({ sections: z.array(sectionId), text: bilingual })),
  responsibilities: z.array(responsibilitySchema),
  openQuestions: z.array(bilingual),
})
