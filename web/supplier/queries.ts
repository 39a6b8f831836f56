import { queryOptions } from '@tanstack/react-query'
import type { AnswersKept, OwnSheetsView, SheetView, SuppliersView } from '#supplier/contract'
import { api } from '../app/api.ts'

export const suppliersQuery = queryOptions({
  queryKey: ['suppliers'],
  queryFn: () => api.get<SuppliersView>('/suppliers'),
})

export const sheetQuery = (sheetId: string) =>
  queryOptions({
    queryKey: ['suppliers', 'sheet', sheetId],
    queryFn: () => api.get<SheetView>(`/question-sheets/${sheetId}`),
  })

/** What a supplier sees through its link; opening the link is what gives it. */
export const openOwn = (token: string) => api.post<OwnSheetsView>('/answer/session', { token })

/** What was wrong with answers: nothing was saved. */
export interface Wrong {
  readonly issues: readonly { readonly path: string; readonly sentence: string }[]
}

export const isWrong = (answer: AnswersKept | Wrong): answer is Wrong => 'issues' in answer
