import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { TableFilled, TablePreview, TableRequest, TableUndo } from '#registry/contract'
import { api, isProblem } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { offerUndo, tell } from '../../parts/undo.tsx'
import { type Entry, registryQuery, withEntries } from '../queries.ts'

/** What is wrong with a block that was pasted, each place as a sentence. */
export interface Wrong {
  readonly issues: readonly { readonly path: string; readonly sentence: string }[]
}

type Request = Omit<TableRequest, 'targets'> & { readonly ids: readonly string[] }

/** Writing a table: one after the other, each as a whole, and the last one can be taken back. */
export function useSheet(kind: Entry['kind']) {
  const t = useWords('registry')
  const queryClient = useQueryClient()
  const last = useRef<TableUndo>(undefined)
  /** The rows are named with the versions that are on the screen when the request leaves. */
  const withTargets = ({ ids, ...request }: Request): TableRequest => {
    const items = queryClient.getQueryData(registryQuery.queryKey)?.items ?? []
    const versions = new Map(items.filter((each) => each.kind === kind).map(({ id, version }) => [id, version]))
    return { ...request, targets: ids.map((id) => ({ id, version: versions.get(id) ?? 0 })) }
  }
  const undo = async () => {
    const items = last.current
    if (!items) return tell(t('sheet.nothingToUndo'))
    last.current = undefined
    try {
      await api.post(`/registry/${kind}/table/undo`, items)
      tell(t('sheet.undone'))
    } catch (error) {
      tell(error instanceof Error ? error.message : t('remove.notBack'))
    }
    await queryClient.invalidateQueries()
  }
  const fill = useMutation({
    scope: { id: `sheet/${kind}` },
    mutationFn: (request: Request) => api.post<TableFilled>(`/registry/${kind}/table`, withTargets(request)),
    meta: { saves: true },
    onSuccess: ({ items, added, changed, undo: back }, { columns }) => {
      if (items.length === 0) return
      last.current = back
      const kept = items as readonly Entry[]
      queryClient.setQueryData(registryQuery.queryKey, (registry) => registry && withEntries(registry, kept))
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'registry', refetchType: 'none' })
      if (columns.length > 1 || items.length > 1) offerUndo(t('sheet.filled', { added, changed }), undo)
    },
    onError: async (error) => {
      if (isProblem(error, 'conflict')) await queryClient.invalidateQueries({ queryKey: registryQuery.queryKey })
    },
  })
  const look = useMutation({
    mutationFn: (request: Request) =>
      api.post<TablePreview | Wrong>(`/registry/${kind}/table/preview`, withTargets(request)),
  })
  return { fill, look, undo }
}

export type Sheet = ReturnType<typeof useSheet>
