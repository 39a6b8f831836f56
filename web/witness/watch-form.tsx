import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './witness.module.css'

/** 立ち会う証跡を登録する — by the key that its owner handed over. Our own keys are made with the first, if there are none. */
export function WatchForm() {
  const t = useWords('witness')
  const [open, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const [key, setKey] = useState('')
  const watch = useChange(
    async () => {
      await api.post('/watched-logs', { label, key })
      await api.post('/watched-logs/keys')
    },
    () => t('theirs.done'),
    () => setOpen(false),
  )
  if (!open) return <Button onClick={() => setOpen(true)}>{t('theirs.open')}</Button>
  const isReady = label.trim() !== '' && key.trim() !== ''
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && watch.mutate()} busy={watch.isPending} label={t('theirs.open')}>
        <TextInput
          label={t('theirs.label')}
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Textarea
          label={t('theirs.key')}
          description={t('theirs.keyHelp')}
          rows={3}
          spellCheck={false}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Problem error={watch.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={watch.isPending} disabled={!isReady}>
            {t('theirs.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
