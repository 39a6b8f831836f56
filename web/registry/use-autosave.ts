import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { checkItem, type Issue, type StoredValue, withoutEmpty } from '#registry/contract'
import { api, currentOf, isProblem } from '../app/api.ts'
import { noteUnsaved } from '../app/saved.tsx'
import { differingPaths } from '../parts/differing.ts'
import { useWarningOnLeave } from '../parts/use-warning-on-leave.ts'
import { mineOnto, withValueAt } from './draft.ts'
import { type Entry, itemPath, registryQuery, withEntry } from './queries.ts'

/** An item while it is being written: every change is saved by itself, one after the other. */
export interface Autosave {
  readonly item: StoredValue
  readonly stored: Entry
  readonly issues: readonly Issue[]
  readonly error: unknown
  /** What somebody else stored meanwhile, while it is undecided whose input counts. */
  readonly theirs: Entry | undefined
  /** Grows when the boxes have to be filled anew. */
  readonly generation: number
  readonly change: (path: string, value: unknown) => void
  readonly saveAgain: () => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
}

export function useAutosave(entry: Entry): Autosave {
  const { kind, id } = entry
  const queryClient = useQueryClient()
  const [stored, setStored] = useState(entry)
  const [item, setItem] = useState(entry.item)
  const [generation, setGeneration] = useState(0)
  // A change may be made while the one before is on its way: both must start from what was written last.
  const written = useRef(entry.item)
  const seen = useRef(entry)
  const save = useMutation({
    scope: { id: itemPath(kind, id) },
    mutationFn: (next: StoredValue) =>
      api.put<Entry>(itemPath(kind, id), { version: seen.current.version, item: withoutEmpty(next) }),
    meta: { saves: true },
    onSuccess: (kept) => see(kept),
  })
  const see = (kept: Entry) => {
    seen.current = kept
    setStored(kept)
    queryClient.setQueryData(registryQuery.queryKey, (registry) => registry && withEntry(registry, kept))
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => judged.has(queryKey[0]), refetchType: 'none' })
  }
  const theirs = currentOf<Entry>(save.error)
  const write = (next: StoredValue) => {
    written.current = next
    setItem(next)
    if (differingPaths(withoutEmpty(seen.current.item), withoutEmpty(next)).length === 0 && !save.isPending) return
    if (checkItem(kind, withoutEmpty(next)).length > 0) noteUnsaved()
    else if (!theirs) save.mutate(next)
  }
  const start = (from: Entry, next: StoredValue) => {
    save.reset()
    see(from)
    written.current = next
    setItem(next)
    setGeneration((before) => before + 1)
  }
  const issues = [...checkItem(kind, withoutEmpty(item)), ...issuesOf(save.error)]
  useWarningOnLeave(save.isPending || save.isError || issues.length > 0)
  return {
    item,
    stored,
    issues,
    error: theirs ? undefined : save.error,
    theirs,
    generation,
    change: (path, value) => write(withValueAt(written.current, path, value)),
    saveAgain: () => save.mutate(written.current),
    takeTheirs: () => theirs && start(theirs, theirs.item),
    keepMine: () => {
      if (!theirs) return
      const next = mineOnto(theirs.item, stored.item, written.current)
      start(theirs, next)
      save.mutate(next)
    },
  }
}

// What is judged from the registry is out of date once the registry has changed.
const judged: ReadonlySet<unknown> = new Set(['today', 'assessment', 'requirement', 'requirements', 'journal'])

/** What only the server can see, such as a reference to an item that is gone. */
function issuesOf(error: unknown): readonly Issue[] {
  const issues = isProblem(error, 'malformed') ? error.facts.issues : undefined
  return Array.isArray(issues) ? (issues as readonly Issue[]) : []
}
