import { queryOptions } from '@tanstack/react-query'
import type { AnyItem, ItemKindName } from '#registry/contract'
import { api } from '../app/api.ts'

/** One row of the registry as the server hands it out. */
export interface Entry {
  readonly kind: ItemKindName
  readonly id: string
  readonly version: number
  readonly item: AnyItem
}

export type Practices = Readonly<Record<string, boolean>>

export interface Registry {
  readonly items: readonly Entry[]
  readonly practices: { readonly version: number; readonly answers: Practices }
}

export const registryQuery = queryOptions({
  queryKey: ['registry'],
  queryFn: () => api.get<Registry>('/registry'),
})
