import { queryOptions } from '@tanstack/react-query'
import type { OutboxView } from '#outbox/contract'
import type { TimetableView } from '#timetable/contract'
import { api } from '../app/api.ts'

export const timetableQuery = queryOptions({
  queryKey: ['timetable'],
  queryFn: () => api.get<TimetableView>('/timetable'),
})

export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: () => api.get<OutboxView>('/mail'),
})
