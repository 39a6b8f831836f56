import { queryOptions } from '@tanstack/react-query'
import type { LogReviewsView, LookView } from '#log-review/contract'
import { api } from '../app/api.ts'
import type { Period } from './period.ts'

export const reviewsQuery = queryOptions({
  queryKey: ['log-reviews'],
  queryFn: () => api.get<LogReviewsView>('/log-reviews'),
})

export const lookQuery = ({ fromOn, untilOn }: Period) =>
  queryOptions({
    queryKey: ['log-reviews', 'look', fromOn, untilOn],
    queryFn: () => api.get<LookView>(`/log-reviews/look?${new URLSearchParams({ fromOn, untilOn })}`),
  })
