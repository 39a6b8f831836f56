import type { Facility } from '#registry/contract'
import type { FactReference } from './contract.ts'
import type { PresentedAssessment } from './presented-schema.ts'
import { holderOf, ownerOf } from './responsible.ts'

// As many things as a person between two patients can take in; the rest is counted.
const TASKS = 5

/** 今日 — how it stands in one sentence, and what to do first. */
export interface Today {
  readonly verdict: Verdict
  readonly tasks: readonly TaskOfToday[]
  /** How many more gaps there are behind these. */
  readonly more: number
}

export type Verdict =
  | { readonly code: 'act'; readonly count: number }
  | { readonly code: 'find-out'; readonly count: number }
  | { readonly code: 'in-order' }
  | { readonly code: 'nothing-recorded' }

/** 用件 — a gap as something to do, with who does it. */
export interface TaskOfToday {
  readonly requirementId: string
  readonly state: 'not-met' | 'unknown'
  readonly title: string
  readonly sentence: string
  readonly because: string
  readonly about?: FactReference
  readonly owner?: string
  readonly weight: number
}

/** The heaviest gaps first; one task per thing and step, so that one setting does not fill the page. */
export function todayOf(facility: Facility, presented: PresentedAssessment): Today {
  const gaps = distinct(presented.gaps)
  return {
    verdict: verdictOf(facility, presented),
    tasks: gaps.slice(0, TASKS).map(({ requirementId, state, title, sentence, action, about, weight }) => ({
      requirementId,
      state,
      title: action.sentence,
      sentence,
      because: title,
      about,
      owner: ownerOf(facility, about) ?? holderOf(facility, 'safety-manager'),
      weight,
    })),
    more: Math.max(0, gaps.length - TASKS),
  }
}

function verdictOf({ practices = {} }: Facility, { counts, gaps }: PresentedAssessment): Verdict {
  const falling = gaps.filter(({ state }) => state === 'not-met').length
  if (falling > 0) return { code: 'act', count: falling }
  const open = counts.C.unknown
  const isBlank = counts.C.met === 0 && Object.keys(practices).length === 0
  if (isBlank && open > 0) return { code: 'nothing-recorded' }
  return open > 0 ? { code: 'find-out', count: open } : { code: 'in-order' }
}

function distinct(gaps: PresentedAssessment['gaps']): PresentedAssessment['gaps'] {
  const seen = new Set<string>()
  return gaps.filter(({ action }) => {
    const isNew = !seen.has(action.sentence)
    seen.add(action.sentence)
    return isNew
  })
}
