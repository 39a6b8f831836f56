import { queryOptions } from '@tanstack/react-query'
import type {
  PresentedAssessment,
  PresentedRequirement,
  RequirementHistory,
  RequirementWordsView,
} from '#assessment/contract'
import { api } from '../app/api.ts'
import type { Language } from '../app/i18n.ts'

interface Words {
  readonly ja: string
  readonly en: string
}

export interface Section {
  readonly id: string
  readonly title: Words
}

export interface Chapter extends Section {
  readonly sections: readonly Section[]
}

export interface Guideline {
  readonly title: Words
  readonly officialPage: string
  readonly marks: Readonly<Record<string, Words>>
  readonly englishTitlesMark: Words
  readonly chapters: readonly Chapter[]
}

export interface Term {
  readonly term: string
  readonly reading: string
  readonly en: string
  readonly definition: Words
}

export interface Question {
  readonly number: string
  readonly topic: string
  readonly gist: string
  readonly confidence: string
}

/** 項目 — one requirement with everything around it. */
export interface RequirementView {
  readonly requirement: {
    readonly id: string
    readonly section: string
    readonly sectionTitle: string
    readonly kind: 'C' | 'D'
    readonly printedNumber: { readonly text: string; readonly confidence: string }
    readonly title: string
    /** What it asks, in our words. */
    readonly summary: string
    readonly marks: readonly string[]
    readonly formerTitles: readonly string[]
    /** No longer asked; what was answered stays readable. */
    readonly retired?: { readonly since: string; readonly reason: string; readonly replacedBy: readonly string[] }
    readonly roles: readonly string[]
    readonly evidenceKinds: readonly string[]
    readonly changedIn52: boolean
    readonly parent?: { readonly id: string; readonly title: string }
    readonly officialPage: string
    /** Pages of the documents in which it was read, by document. */
    readonly pages: Readonly<Record<string, readonly number[]>>
  }
  readonly judged: PresentedRequirement
  readonly parts: readonly PresentedRequirement[]
  readonly qa: readonly Question[]
  readonly terms: readonly Term[]
  readonly words: RequirementWordsView
  readonly history: RequirementHistory
}

interface Hits {
  readonly requirements: readonly { readonly id: string }[]
  readonly terms: readonly Term[]
}

// The sentences come from the server, so an answer belongs to one language. Every change of the registry may change
// the judgement: what is known is shown at once and asked for again.
/** What falls to the reader, by id. */
export const mineQuery = queryOptions({
  queryKey: ['assessment', 'mine'],
  queryFn: () => api.get<{ readonly requirementIds: readonly string[] }>('/assessment/mine'),
})

export const assessmentQuery = (language: Language) =>
  queryOptions({
    queryKey: ['assessment', language],
    queryFn: () => api.get<PresentedAssessment>('/assessment'),
    staleTime: 0,
  })

export const requirementQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['requirement', id, language],
    queryFn: () => api.get<RequirementView>(`/requirements/${encodeURIComponent(id)}`),
    staleTime: 0,
  })

export const guidelineQuery = queryOptions({
  queryKey: ['guideline'],
  queryFn: () => api.get<Guideline>('/guideline'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const searchQuery = (typed: string, language: Language) =>
  queryOptions({
    queryKey: ['guideline', 'search', typed, language],
    queryFn: () => api.get<Hits>(`/guideline/search?q=${encodeURIComponent(typed)}`),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: typed !== '',
  })

// The paper shows one moment: it is made when it is asked for, and not kept for the next visit.
export const reportQuery = (language: Language) =>
  queryOptions({
    queryKey: ['assessment', 'report', language],
    queryFn: () => api.file('/assessment/report.pdf'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
