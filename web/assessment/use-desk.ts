import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { PresentedAssessment, PresentedRequirement } from '#assessment/contract'
import { useLanguage } from '../app/i18n.ts'
import { assessmentQuery, type Chapter, guidelineQuery, mineQuery, searchQuery, type Term } from './queries.ts'
import { type Row, rowsOf } from './rows.ts'
import { type View, viewOf } from './view.ts'

/** 点検の机 — what lies before the reader: the assessment, the view of it that the address names, and its rows. */
export interface Desk {
  readonly assessment: PresentedAssessment
  readonly chapters: readonly Chapter[]
  readonly view: View
  readonly opened: PresentedRequirement | undefined
  /** The list in this view, and as it would be in all states: that is what the figures beside the filters count. */
  readonly rows: readonly Row[]
  readonly inAllStates: readonly PresentedRequirement[]
  /** Terms of the glossary that were found for what was typed. */
  readonly terms: readonly Term[]
}

export function useDesk(openedId?: string): Desk {
  const language = useLanguage()
  const { data: assessment } = useSuspenseQuery(assessmentQuery(language))
  const { data: guideline } = useSuspenseQuery(guidelineQuery)
  const opened = assessment.requirements.find(({ id }) => id === openedId)
  const view = viewOf(useSearch({ strict: false }), opened)
  const { data: hits } = useQuery({ ...searchQuery(view.typed, language), placeholderData: keepPreviousData })
  const { data: mine } = useQuery({ ...mineQuery, enabled: view.mine === true })
  const own = view.mine ? new Set(mine?.requirementIds ?? []) : undefined
  const finds = hits && view.typed !== '' ? { ids: new Set(hits.requirements.map(({ id }) => id)) } : undefined
  const all = rowsOf(assessment, { ...view, shown: 'all' }, guideline.chapters, finds, own)
  return {
    assessment,
    chapters: guideline.chapters,
    view,
    opened,
    rows: rowsOf(assessment, view, guideline.chapters, finds, own),
    inAllStates: all.filter(({ asked }) => asked).map(({ requirement }) => requirement),
    terms: view.typed === '' ? [] : (hits?.terms ?? []),
  }
}
