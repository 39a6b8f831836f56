import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TaskPageView } from '#assessment/contract'
import { api, isProblem } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import style from './plan.module.css'
import { taskAddress } from './queries.ts'

/** One task for these gaps, filled in by the server; it can be taken back at once. */
export function useTakeUp() {
  const t = useWords('plan')
  const language = useLanguage()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { readonly requirementIds: readonly string[]; readonly anyway?: boolean }) =>
      api.post<TaskPageView>('/plan/tasks', wanted),
    meta: { saves: true },
    onSuccess: async ({ task, owner }) => {
      const due = task.dueOn ? dayText(task.dueOn, language, false) : ''
      const undo = async () => {
        const words = t('undone')
        await api.post(`/tasks/${task.taskId}/state`, { state: 'dropped', words, version: task.version })
        await queryClient.invalidateQueries()
      }
      offerUndo(t('taken', { owner: owner?.name ?? t('nobody'), due }), () => void undo())
      await queryClient.invalidateQueries()
    },
  })
}

interface TakeUpProps {
  readonly requirementIds: readonly string[]
  /** What the button speaks of, for those who do not see where it stands. */
  readonly named?: string
  readonly filled?: boolean
  readonly onDone?: () => void
}

/** 用件にする — one press. Where there is a task already, it leads there, and a second one has to be wanted. */
export function TakeUp({ requirementIds, named, filled, onDone }: TakeUpProps) {
  const t = useWords('plan')
  const take = useTakeUp()
  const there = isProblem(take.error, 'already-exists') ? String(take.error.facts.taskId) : undefined
  const run = (anyway: boolean) => take.mutate({ requirementIds, ...(anyway ? { anyway } : {}) }, { onSuccess: onDone })
  if (there)
    return (
      <span className={style.there} role="alert">
        {t('there')} <Go href={taskAddress(there)}>{t('there.open')}</Go>
        <Button onClick={() => run(true)}>{t('there.anyway')}</Button>
      </span>
    )
  return (
    <>
      <Button
        variant={filled ? 'filled' : 'default'}
        loading={take.isPending}
        disabled={requirementIds.length === 0}
        aria-label={named === undefined ? undefined : t('take.named', { name: named })}
        onClick={() => run(false)}
      >
        {requirementIds.length > 1 ? t('take.many', { count: requirementIds.length }) : t('take')}
      </Button>
      <Problem error={take.error} />
    </>
  )
}
