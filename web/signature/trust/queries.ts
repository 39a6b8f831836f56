import { queryOptions } from '@tanstack/react-query'
import type { TrustView } from '#signature/contract'
import { api } from '../../app/api.ts'

export const trustQuery = queryOptions({ queryKey: ['trust'], queryFn: () => api.get<TrustView>('/trust') })
