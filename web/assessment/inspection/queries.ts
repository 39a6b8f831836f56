import { queryOptions } from '@tanstack/react-query'
import type { InspectionFilesView } from '#assessment/contract'
import { api } from '../../app/api.ts'

export const inspectionsQuery = queryOptions({
  queryKey: ['inspection-files'],
  queryFn: () => api.get<InspectionFilesView>('/inspection-files'),
})
