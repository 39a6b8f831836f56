import { queryOptions } from '@tanstack/react-query'
import type { StaffCardsView } from '#signature/contract'
import { api } from '../../app/api.ts'

export const cardsQuery = queryOptions({ queryKey: ['cards'], queryFn: () => api.get<StaffCardsView>('/cards') })
