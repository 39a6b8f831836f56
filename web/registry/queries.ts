import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { ItemKindName, KeptItemView, May, Practices, StoredValue } from '#registry/contract'
import { api } from '../app/api.ts'
import { useAsOf } from './as-of.ts'

/** 台帳の1件 — an item as the server hands it out, with its version. */
export type Entry = Omit<KeptItemView, 'item'> & { readonly item: StoredValue }

export interface Registry {
  readonly items: readonly Entry[]
  readonly practices: Practices
  readonly may: May
}

// Every look at contacts leaves an entry in the journal; what others change meanwhile is caught by the versions.
const STALE_MS = 60_000

export const registryQuery = queryOptions({
  queryKey: ['registry'],
  queryFn: () => api.get<Registry>('/registry'),
  staleTime: STALE_MS,
  refetchOnWindowFocus: false,
})

/** The registry that the pages show: the present, or the past day that was chosen, which does not change any more. */
export function useRegistry(): Registry {
  const day = useAsOf()
  const { data } = useSuspenseQuery({
    queryKey: day === undefined ? ([...registryQuery.queryKey] as const) : (['past-registry', day] as const),
    queryFn: () => api.get<Registry>(day === undefined ? '/registry' : `/registry/on?day=${day}`),
    staleTime: day === undefined ? STALE_MS : Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return data
}

export const itemPath = (kind: ItemKindName, id: string) => `/registry/${kind}/${id}`

/** The registry with several items in their new form. */
export function withEntries(registry: Registry, entries: readonly Entry[]): Registry {
  const fresh = new Map(entries.map((entry) => [itemPath(entry.kind, entry.id), entry]))
  const items = registry.items.map((each) => {
    const path = itemPath(each.kind, each.id)
    const entry = fresh.get(path)
    fresh.delete(path)
    return entry ?? each
  })
  return { ...registry, items: [...items, ...fresh.values()] }
}

/** The registry with one item in its new form, so that the page need not ask again for what it has just been told. */
export function withEntry(registry: Registry, entry: Entry): Registry {
  const isIt = (each: Entry) => each.kind === entry.kind && each.id === entry.id
  const known = registry.items.some(isIt)
  return {
    ...registry,
    items: known ? registry.items.map((each) => (isIt(each) ? entry : each)) : [...registry.items, entry],
  }
}
