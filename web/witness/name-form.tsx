import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './witness.module.css'

/** 立会人を登録する — its keys come past the network, from a person one knows. */
export function NameForm() {
  const t = useWords('witness')
  const [open, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const [keys, setKeys] = useState('')
  const [url, setUrl] = useState('')
  const name = useChange(
    () => api.post('/witnesses', { label, keys, ...(url.trim() === '' ? {} : { url }) }),
    () => t('name.done'),
    () => setOpen(false),
  )
  if (!open) return <Button onClick={() => setOpen(true)}>{t('name.open')}</Button>
  const isReady = label.trim() !== '' && keys.trim() !== ''
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && name.mutate()} busy={name.isPending} label={t('name.open')}>
        <TextInput
          label={t('name.label')}
          description={t('name.labelHelp')}
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Textarea
          label={t('name.keys')}
          description={t('name.keysHelp')}
          rows={4}
          spellCheck={false}
          value={keys}
          onChange={(event) => setKeys(event.currentTarget.value)}
        />
        <TextInput
          label={t('name.url')}
          description={t('name.urlHelp')}
          type="url"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Problem error={name.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={name.isPending} disabled={!isReady}>
            {t('name.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
