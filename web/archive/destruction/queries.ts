import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DestructionsView, KeepingView } from '#archive/contract'
import { api } from '../../app/api.ts'

export const keepingQuery = infiniteQueryOptions({
  queryKey: ['retention', 'documents'],
  queryFn: ({ pageParam }) =>
    api.get<KeepingView>(`/retention/documents${pageParam === '' ? '' : `?after=${encodeURIComponent(pageParam)}`}`),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

export const destructionsQuery = queryOptions({
  queryKey: ['destructions'],
  queryFn: () => api.get<DestructionsView>('/destructions'),
})
