import { queryOptions } from '@tanstack/react-query'
import type { MediaView } from '#archive/contract'
import { api } from '../../app/api.ts'

export const mediaQuery = queryOptions({
  queryKey: ['archive', 'media'],
  queryFn: () => api.get<MediaView>('/archive/media'),
})
