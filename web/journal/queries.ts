import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditProgress, EntryView, JournalReport } from '#journal/contract'
import type { ItemName } from '#registry/contract'
import { api } from '../app/api.ts'
import type { Filter } from './filter.ts'

/** 証跡の1件 — an entry with what happened as a sentence, and the name of who did it where it may be known. */
export type Entry = EntryView & { readonly sentence: string; readonly actorName?: string }

export interface Page {
  readonly entries: readonly Entry[]
  /** Entries that cannot be read and are left out. */
  readonly unreadable: number
  readonly next?: string
}

/** 証跡の検証 — the report, each finding with its sentence. */
export type Report = Omit<JournalReport, 'findings'> & {
  readonly findings: readonly (JournalReport['findings'][number] & { readonly sentence: string })[]
}

const PAGE_ENTRIES = '50'

export const journalQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['journal', filter],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ ...filter, limit: PAGE_ENTRIES })
      if (pageParam !== '') asked.set('after', pageParam)
      return api.get<Page>(`/journal?${asked}`)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** Names of the registry's items, for facts that refer to them. */
export const namesQuery = queryOptions({
  queryKey: ['registry-names'],
  queryFn: () => api.get<readonly ItemName[]>('/registry/names'),
})

interface Person {
  readonly accountId: string
  readonly displayName: string
}

export const peopleQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => api.get<{ readonly accounts: readonly Person[] }>('/accounts'),
})

/** Verifies, and tells how far it is; left to itself it looks at everything only when that is due. */
export async function verifyJournal(mode: 'auto' | 'full', hear: (progress: AuditProgress) => void): Promise<Report> {
  let report: Report | undefined
  await api.lines<AuditProgress | { readonly report: Report }>(`/journal/verification?mode=${mode}`, (line) => {
    if ('report' in line) report = line.report
    else hear(line)
  })
  if (!report) throw new Error('the answer ended before the report was there')
  return report
}
