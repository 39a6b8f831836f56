import { queryOptions } from '@tanstack/react-query'
import type { AnyItem, ItemKindName, Practices as StoredPractices } from '#registry/contract'
import { api } from '../app/api.ts'

/** One row of the registry as the server hands it out. */
export interface Entry {
  readonly kind: ItemKindName
  readonly id: string
  readonly version: number
  readonly item: AnyItem
}

export type Practices = StoredPractices['answers']

export interface Registry {
  readonly items: readonly Entry[]
  readonly practices: StoredPractices
}

export const registryQuery = queryOptions({
  queryKey: ['wizard', 'registry'],
  queryFn: () => api.get<Registry>('/registry'),
})
