import { queryOptions } from '@tanstack/react-query'
import type { ComparisonView, SnapshotsView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import type { Language } from '../../app/i18n.ts'

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: () => api.get<SnapshotsView>('/snapshots'),
})

export const comparisonQuery = (before: string, after: string, language: Language) =>
  queryOptions({
    queryKey: ['snapshots', 'comparison', before, after, language],
    queryFn: () => api.get<ComparisonView>(`/snapshots/comparison?${new URLSearchParams({ before, after })}`),
    // Both sides stand for ever.
    staleTime: Number.POSITIVE_INFINITY,
  })
