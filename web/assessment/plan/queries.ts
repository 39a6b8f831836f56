import { queryOptions } from '@tanstack/react-query'
import type { PlanView, TaskPageView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import type { Language } from '../../app/i18n.ts'

// A change of the registry may close a gap or take an owner away: what is known is shown at once and asked for again.
export const planQuery = (language: Language) =>
  queryOptions({ queryKey: ['plan', language], queryFn: () => api.get<PlanView>('/plan'), staleTime: 0 })

export const taskQuery = (taskId: string, language: Language) =>
  queryOptions({
    queryKey: ['plan', 'task', taskId, language],
    queryFn: () => api.get<TaskPageView>(`/tasks/${encodeURIComponent(taskId)}`),
    staleTime: 0,
  })

export const taskAddress = (taskId: string) => `/assessment/plan/${encodeURIComponent(taskId)}`
