import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type TaskDetail, type TaskState, taskStates } from '#task/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { useTaskChange } from './use-task-change.ts'

/** How far it is: a button for each state it may go to. Each move can be undone; dropping asks for the reason first. */
export function Moves({ task }: { readonly task: TaskDetail }) {
  const t = useWords('plan')
  const say = useBilingual()
  const [dropping, setDropping] = useState(false)
  const change = useTaskChange(task.taskId)
  const move = (state: TaskState, words?: string) =>
    change.mutate(
      { at: '/state', body: { state, version: task.version, ...(words ? { words } : {}) } },
      {
        onSuccess: (moved) => {
          const back = { state: task.state, words: t('undone'), version: moved.task.version }
          offerUndo(t('moved', { state: say(taskStates[state]) }), () => change.mutate({ at: '/state', body: back }))
        },
      },
    )
  if (task.may.move.length === 0) return null
  return (
    <>
      {dropping ? (
        <Drop onSend={(words) => move('dropped', words)} onClose={() => setDropping(false)} busy={change.isPending} />
      ) : (
        <Acts>
          {task.may.move.map((state) => (
            <Button
              key={state}
              variant={state === 'done' ? 'filled' : 'default'}
              loading={change.isPending}
              onClick={() => (state === 'dropped' ? setDropping(true) : move(state))}
            >
              {t(`move.${state}`)}
            </Button>
          ))}
        </Acts>
      )}
      <Problem error={change.error} />
    </>
  )
}

interface DropProps {
  readonly onSend: (words: string) => void
  readonly onClose: () => void
  readonly busy: boolean
}

function Drop({ onSend, onClose, busy }: DropProps) {
  const t = useWords('plan')
  const [words, setWords] = useState('')
  return (
    <Form label={t('move.dropped')} onSubmit={() => words.trim() !== '' && onSend(words.trim())} busy={busy}>
      <Textarea
        label={t('drop.reason')}
        description={t('drop.example')}
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Acts>
        <Button type="submit" variant="filled" disabled={words.trim() === ''} loading={busy}>
          {t('move.dropped')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </Acts>
    </Form>
  )
}
