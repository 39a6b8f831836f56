import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TaskPageView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { useGo } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from './plan.module.css'
import { taskAddress } from './queries.ts'

/** A task that no gap asked for: its title first, everything else on its page. */
export function NewTask() {
  const t = useWords('plan')
  const go = useGo()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const create = useMutation({
    mutationFn: () => api.post<TaskPageView>('/tasks', { title: title.trim() }),
    meta: { saves: true },
    onSuccess: async ({ task }) => {
      await queryClient.invalidateQueries()
      go(taskAddress(task.taskId))
    },
  })
  if (!isOpen)
    return (
      <div className={style.begin}>
        <Button onClick={() => setOpen(true)}>{t('new')}</Button>
      </div>
    )
  return (
    <div className={style.new}>
      <Form label={t('new')} onSubmit={() => title.trim() !== '' && create.mutate()} busy={create.isPending}>
        <TextInput
          label={t('new.title')}
          description={t('new.example')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Problem error={create.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={create.isPending} disabled={title.trim() === ''}>
            {t('new.send')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('close')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
