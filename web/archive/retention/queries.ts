import { queryOptions } from '@tanstack/react-query'
import type { RetentionTable } from '#archive/contract'
import { api } from '../../app/api.ts'

export const retentionTableQuery = queryOptions({
  queryKey: ['retention', 'table'],
  queryFn: () => api.get<RetentionTable>('/retention/table'),
})
