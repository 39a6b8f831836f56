import { queryOptions } from '@tanstack/react-query'
import type { ComparisonQuery, ComparisonView, PageComparisonView } from '#archive/contract'
import { api } from '../../app/api.ts'

const address = (documentId: string, { before, after }: ComparisonQuery, part = '') =>
  `/archive/documents/${encodeURIComponent(documentId)}/comparison${part}?before=${before}&after=${after}`

// Every time one is asked for, the journal tells of a look; two versions never change, so nothing is asked twice.
const once = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const

export const comparisonOf = (documentId: string, pair: ComparisonQuery) =>
  queryOptions({
    ...once,
    queryKey: ['comparison', documentId, pair],
    queryFn: () => api.get<ComparisonView>(address(documentId, pair)),
  })

export const pagesOf = (documentId: string, pair: ComparisonQuery) =>
  queryOptions({
    ...once,
    queryKey: ['comparison', documentId, pair, 'pages'],
    queryFn: () => api.get<PageComparisonView>(address(documentId, pair, '/pages')),
  })
