import { queryOptions } from '@tanstack/react-query'
import type { ChecklistPageView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import type { Language } from '../../app/i18n.ts'

interface Listed {
  readonly checklists: readonly { readonly id: string }[]
}

export type Sheet = ChecklistPageView['sheets'][number]
export type Row = Sheet['groups'][number]['rows'][number]

/** The newest form, with what is proposed and what was answered. */
export const checklistQuery = (language: Language) =>
  queryOptions({
    queryKey: ['checklist', language],
    queryFn: async () => {
      const { checklists } = await api.get<Listed>('/checklists')
      return api.get<ChecklistPageView>(`/checklists/${checklists[0]?.id}`)
    },
    staleTime: 0,
  })

/** The form with one row changed: what was just saved is shown without asking for everything again. */
export function withRow(view: ChecklistPageView, on: Sheet, itemId: string, change: (row: Row) => Row) {
  const isIt = (sheet: Sheet) => sheet.sheet === on.sheet && sheet.supplierId === on.supplierId
  return {
    ...view,
    sheets: view.sheets.map((sheet) =>
      isIt(sheet)
        ? {
            ...sheet,
            groups: sheet.groups.map((group) => ({
              ...group,
              rows: group.rows.map((row) => (row.itemId === itemId ? change(row) : row)),
            })),
          }
        : sheet,
    ),
  }
}
