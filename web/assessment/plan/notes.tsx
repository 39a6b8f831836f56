import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type TaskDetail, taskStates } from '#task/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Time } from '../../parts/time.tsx'
import style from './plan.module.css'
import { useTaskChange } from './use-task-change.ts'

/** 経過 — what was said and done, in its order. It stands as it was written. */
export function Notes({ task }: { readonly task: TaskDetail }) {
  const t = useWords('plan')
  const say = useBilingual()
  const [words, setWords] = useState('')
  const change = useTaskChange(task.taskId)
  const send = () =>
    words.trim() !== '' &&
    change.mutate({ at: '/notes', body: { words: words.trim() } }, { onSuccess: () => setWords('') })
  return (
    <>
      {task.notes.length === 0 && <p className={style.soft}>{t('notes.none')}</p>}
      <ol className={style.notes}>
        {task.notes.map((note) => (
          <li key={note.number}>
            <small>
              <Time at={note.at} /> {note.by}
            </small>
            <p>
              {note.state && <b>{t('notes.state', { state: say(taskStates[note.state]) })} </b>}
              {note.words}
            </p>
          </li>
        ))}
      </ol>
      {task.may.move.length > 0 && (
        <Form label={t('notes.write')} onSubmit={send} busy={change.isPending}>
          <Textarea
            label={t('notes.write')}
            description={t('notes.stands')}
            minRows={2}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Problem error={change.error} />
          <Acts>
            <Button type="submit" disabled={words.trim() === ''} loading={change.isPending}>
              {t('notes.send')}
            </Button>
          </Acts>
        </Form>
      )}
    </>
  )
}
