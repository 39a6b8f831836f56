import { queryOptions } from '@tanstack/react-query'
import type { ArchiveGround, DocumentsView, DocumentView, SearchDocumentsRequest } from '#archive/contract'
import { api } from '../../app/api.ts'

export const archiveGroundQuery = queryOptions({
  queryKey: ['archive', 'ground'],
  queryFn: () => api.get<ArchiveGround>('/archive'),
})

export type Search = Omit<SearchDocumentsRequest, 'page'> & { readonly page?: number }

/** What is looked for stays out of the address: a patient's number would stay in the browser's history. */
export const documentsQuery = (search: Search) =>
  queryOptions({
    queryKey: ['archive', 'documents', search],
    queryFn: () => api.post<DocumentsView>('/archive/search', search),
  })

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['archive', 'document', documentId],
    queryFn: () => api.get<DocumentView>(`/archive/documents/${encodeURIComponent(documentId)}`),
  })
