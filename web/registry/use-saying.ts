import { useMemo } from 'react'
import type { Saying } from '../parts/fact-text.ts'
import { useSaying } from '../parts/use-saying.ts'
import { useRegistry } from './queries.ts'

/** How facts are said on a page of the registry, which has all names at hand. */
export function useFactSaying(): Saying {
  const { items } = useRegistry()
  const names = useMemo(() => items.map(({ kind, id, item }) => ({ kind, id, name: String(item.name ?? id) })), [items])
  return useSaying(names)
}
