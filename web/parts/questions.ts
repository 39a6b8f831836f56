import { queryOptions } from '@tanstack/react-query'
import { api } from '../app/api.ts'

/** 適用条件の質問 — a question of the edition that is answered with yes or no. */
export interface Question {
  readonly key: string
  readonly question: { readonly ja: string; readonly en: string }
}

export const questionsQuery = queryOptions({
  queryKey: ['guideline', 'facts'],
  queryFn: () => api.get<{ readonly facts: readonly Question[] }>('/guideline/facts'),
  staleTime: Number.POSITIVE_INFINITY,
})
