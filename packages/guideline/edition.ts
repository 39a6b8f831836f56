import type { z } from 'zod'
import type {
  alternativesSchema,
  chapterSchema,
  editionHeadSchema,
  responsibilitySchema,
  sectionSchema,
  sourceDocumentSchema,
} from './edition-schema.ts'
import type {
  applicabilityFactSchema,
  bilingual,
  confidence,
  evidenceKindSchema,
  questionAndAnswerSchema,
  requirementKind,
  requirementSchema,
  role,
  termSchema,
} from './schema.ts'

/** A value that nobody may change, all the way down. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** 両言語 — a sentence in Japanese and in English. */
export type Bilingual = Frozen<z.infer<typeof bilingual>>
/** 照合の度合い — how far an item was checked against the official text. */
export type Confidence = z.infer<typeof confidence>
/** C は最低限、D は推奨. */
export type RequirementKind = z.infer<typeof requirementKind>
/** 役割 — who mainly has an item in hand. */
export type GuidelineRole = z.infer<typeof role>
/** 要求事項 — one C or D item, or one of its sub-items. */
export type Requirement = Frozen<z.infer<typeof requirementSchema>>
/** 適用条件の事実 — a question that decides which requirements apply. */
export type ApplicabilityFact = Frozen<z.infer<typeof applicabilityFactSchema>>
/** 証拠の種類 — what one can show for a requirement. */
export type EvidenceKind = Frozen<z.infer<typeof evidenceKindSchema>>
/** 用語 — a term of the trade. */
export type Term = Frozen<z.infer<typeof termSchema>>
/** 質疑応答 — a question and answer of the ministry. */
export type QuestionAndAnswer = Frozen<z.infer<typeof questionAndAnswerSchema>>
/** 節 — a section. */
export type Section = Frozen<z.infer<typeof sectionSchema>>
/** 章 — a chapter with its sections in order. */
export type Chapter = Frozen<z.infer<typeof chapterSchema>>
/** 読んだ文書 — a document in which items were read. */
export type SourceDocument = Frozen<z.infer<typeof sourceDocumentSchema>>
/** 選択肢 — items of which one is enough. */
export type Alternatives = Frozen<z.infer<typeof alternativesSchema>>
/** 責任のあり方 — one of the responsibilities of chapter 4. */
export type Responsibility = Frozen<z.infer<typeof responsibilitySchema>>

/** 版 — one edition of the guideline with everything that belongs to it. */
export interface Edition extends Frozen<z.infer<typeof editionHeadSchema>> {
  readonly requirements: readonly Requirement[]
  readonly facts: readonly ApplicabilityFact[]
  readonly evidenceKinds: readonly EvidenceKind[]
  readonly terms: readonly Term[]
  readonly aboutQuestions: Bilingual
  readonly questions: readonly QuestionAndAnswer[]
}
