import type { PresentedAssessment, PresentedRequirement } from '#assessment/contract'
import { matches } from '../parts/search-text.ts'
import type { Chapter } from './queries.ts'
import type { View } from './view.ts'

export type Gap = PresentedAssessment['gaps'][number]

export interface Row {
  readonly requirement: PresentedRequirement
  readonly gap: Gap | undefined
  /** How deep it lies under its parents. */
  readonly depth: number
  /** Whether it was asked for, or is shown because something under it was. */
  readonly asked: boolean
}

type Judged = Pick<PresentedAssessment, 'requirements' | 'gaps'>

/** What is searched: the text, and the requirements that the guideline's own search has found for it. */
export interface Finds {
  readonly ids: ReadonlySet<string>
}

/** What falls to the reader, when only that is wanted. */
export type Own = ReadonlySet<string> | undefined

/**
 * The list: what weighs most comes first, and sub-items stay under their parent. The parent of something that was
 * asked for is shown with it, so that nothing stands there without its sentence.
 */
export function rowsOf(
  judged: Judged,
  view: View,
  chapters: readonly Chapter[],
  finds?: Finds,
  own?: Own,
): readonly Row[] {
  const ranks = new Map(judged.gaps.map((gap, rank) => [gap.requirementId, rank]))
  const gaps = new Map(judged.gaps.map((gap) => [gap.requirementId, gap]))
  const asked = new Set(judged.requirements.filter(askedFor(view, chapters, gaps, finds, own)).map(({ id }) => id))
  const families = judged.requirements.filter(({ parent }) => !parent).map((root) => familyOf(root, 0))

  function familyOf(requirement: PresentedRequirement, depth: number): readonly Row[] {
    const parts = judged.requirements.filter(({ parent }) => parent === requirement.id)
    const below = parts.flatMap((part) => familyOf(part, depth + 1))
    const row = { requirement, gap: gaps.get(requirement.id), depth, asked: asked.has(requirement.id) }
    return row.asked || below.length > 0 ? [row, ...below] : []
  }
  const rankOf = (rows: readonly Row[]) =>
    Math.min(
      ...rows.filter((row) => row.asked).map(({ requirement }) => ranks.get(requirement.id) ?? judged.gaps.length),
    )
  return families
    .filter((rows) => rows.length > 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flat()
}

function askedFor(view: View, chapters: readonly Chapter[], gaps: ReadonlyMap<string, Gap>, finds?: Finds, own?: Own) {
  const sections = view.place === undefined ? undefined : sectionsIn(chapters, view.place)
  return (requirement: PresentedRequirement): boolean =>
    requirement.kind === view.kind &&
    (!own || own.has(requirement.id)) &&
    isShown(requirement, view) &&
    (!sections || sections.has(requirement.section)) &&
    isFound(requirement, gaps.get(requirement.id), view.typed, finds)
}

function isShown({ state }: PresentedRequirement, { shown }: View): boolean {
  if (shown === 'open') return state === 'not-met' || state === 'unknown'
  return shown === 'all' || state === shown
}

function isFound(requirement: PresentedRequirement, gap: Gap | undefined, typed: string, finds?: Finds): boolean {
  if (typed === '' || finds?.ids.has(requirement.id)) return true
  const { section, printedNumber, title, findings } = requirement
  const sentences = findings.map(({ sentence }) => sentence)
  return matches(typed, `${section} ${printedNumber.text}`, title, gap?.action.sentence, ...sentences)
}

/** The sections a place stands for: all of a chapter, or the one section. */
export function sectionsIn(chapters: readonly Chapter[], place: string): ReadonlySet<string> {
  const chapter = chapters.find(({ id }) => id === place)
  return new Set(chapter?.sections.length ? chapter.sections.map(({ id }) => id) : [place])
}
