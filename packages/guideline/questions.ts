import { evaluate, type Facts } from './applicability.ts'
import type { Bilingual, Edition, GuidelineRole, QuestionAndAnswer, Requirement, Section } from './edition.ts'

// Questions one asks of an edition. None of them reads a file or keeps anything.

/** The requirement with this permanent id, or undefined. */
export function requirement(edition: Edition, id: string): Requirement | undefined {
  return edition.requirements.find((item) => item.id === id)
}

/** The requirements of one section, in the order of the document. */
export function requirementsOfSection(edition: Edition, section: string): readonly Requirement[] {
  return edition.requirements.filter((item) => item.section === section)
}

/** The requirements that a role mainly has in hand. */
export function requirementsForRole(edition: Edition, role: GuidelineRole): readonly Requirement[] {
  return edition.requirements.filter((item) => item.roles.includes(role))
}

/** The sub-items directly under a requirement. */
export function children(edition: Edition, id: string): readonly Requirement[] {
  return edition.requirements.filter((item) => item.parent === id)
}

/** The other items of which one is enough together with this one; empty where there is no choice. */
export function alternativesOf(edition: Edition, id: string): readonly Requirement[] {
  const group = edition.alternatives.find((choice) => choice.of.includes(id))?.of ?? []
  return edition.requirements.filter((item) => item.id !== id && group.includes(item.id))
}

/** 適用の判定 — every requirement of an edition, in exactly one of three lists. */
export interface ApplicableRequirements {
  readonly applicable: readonly Requirement[]
  readonly notApplicable: readonly Requirement[]
  readonly unknown: readonly Requirement[]
}

/** Sorts the requirements by whether they apply to a facility of which these facts are known. */
export function requirementsFor(edition: Edition, facts: Facts): ApplicableRequirements {
  const judged = edition.requirements.map((item) => ({ item, applies: evaluate(item.appliesWhen, facts) }))
  const where = (truth: boolean | undefined) => judged.filter((one) => one.applies === truth).map((one) => one.item)
  return { applicable: where(true), notApplicable: where(false), unknown: where(undefined) }
}

/** The section with this id, or undefined. */
export function section(edition: Edition, id: string): Section | undefined {
  return edition.chapters.flatMap((chapter) => chapter.sections).find((one) => one.id === id)
}

/** Questions and answers that name this requirement or this section. */
export function questionsAbout(edition: Edition, idOrSection: string): readonly QuestionAndAnswer[] {
  return edition.questions.filter((one) => one.requirements.includes(idOrSection) || one.sections.includes(idOrSection))
}

export type Mark = keyof Edition['marks']

/**
 * 照合の印 — what must be said beside an item wherever it is shown or printed.
 * A number that was not seen is never printed as a citation; a content that was not read whole says so.
 */
export function marksOf(item: Requirement): readonly Mark[] {
  const marks: Mark[] = []
  if (item.printedNumber.confidence !== 'seen') marks.push('numberUnconfirmed')
  if (item.source.text !== 'whole') marks.push('contentUnconfirmed')
  return marks
}

/** The words of those marks, in both languages. */
export function markWords(edition: Edition, item: Requirement): readonly Bilingual[] {
  return marksOf(item).map((mark) => edition.marks[mark])
}
