import { queryOptions } from '@tanstack/react-query'
import type { WitnessingView } from '#federation/contract'
import { api } from '../app/api.ts'

export const witnessingQuery = queryOptions({
  queryKey: ['witnessing'],
  queryFn: () => api.get<WitnessingView>('/witnessing'),
})
