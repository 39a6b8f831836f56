import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { TaskPageView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { useLanguage } from '../../app/i18n.ts'
import { taskQuery } from './queries.ts'

interface Act {
  readonly at: '' | '/state' | '/notes' | '/decision'
  readonly body: Readonly<Record<string, unknown>>
}

/** A change of one task. The answer is the task as it is then, and is shown at once. */
export function useTaskChange(taskId: string): UseMutationResult<TaskPageView, Error, Act> {
  const queryClient = useQueryClient()
  const language = useLanguage()
  const path = `/tasks/${encodeURIComponent(taskId)}`
  return useMutation({
    mutationFn: ({ at, body }: Act) =>
      at === '' ? api.put<TaskPageView>(path, body) : api.post<TaskPageView>(`${path}${at}`, body),
    meta: { saves: true },
    onSuccess: async (view) => {
      queryClient.setQueryData(taskQuery(taskId, language).queryKey, view)
      await queryClient.invalidateQueries()
    },
  })
}
