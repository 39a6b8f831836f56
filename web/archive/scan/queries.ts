import { queryOptions } from '@tanstack/react-query'
import type { ScanDesk } from '#archive/contract'
import { api } from '../../app/api.ts'

export const scanDeskQuery = queryOptions({
  queryKey: ['archive', 'scan-desk'],
  queryFn: () => api.get<ScanDesk>('/archive/scans'),
})
