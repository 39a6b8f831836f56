import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from '../signature.module.css'

interface ConfirmFormProps {
  readonly itemId: string
  readonly name: string
}

/** 指紋で確かめる — the digits come from the operator's publication, never from this page. */
export function ConfirmForm({ itemId, name }: ConfirmFormProps) {
  const t = useWords('trust')
  const { today } = useSession()
  const [open, setOpen] = useState(false)
  const [fingerprint, setFingerprint] = useState('')
  const [source, setSource] = useState('')
  const [seenOn, setSeenOn] = useState<string | undefined>(today)
  const confirm = useChange(
    () => api.post(`/trust/${itemId}/confirmation`, { fingerprint, source, seenOn }),
    () => t('confirm.done'),
    () => setOpen(false),
  )
  if (!open)
    return (
      <Button variant="filled" aria-label={t('confirm.of', { name })} onClick={() => setOpen(true)}>
        {t('confirm.open')}
      </Button>
    )
  const isReady = fingerprint.trim() !== '' && source.trim() !== '' && seenOn !== undefined
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && confirm.mutate()} busy={confirm.isPending} label={t('confirm.of', { name })}>
        <p>{t('confirm.why')}</p>
        <Textarea
          label={t('confirm.fingerprint')}
          description={t('confirm.fingerprintHelp')}
          className={style.digits}
          rows={3}
          maxLength={300}
          spellCheck={false}
          autoComplete="off"
          value={fingerprint}
          onChange={(event) => setFingerprint(event.currentTarget.value)}
        />
        <TextInput
          label={t('confirm.source')}
          description={t('confirm.sourceHelp')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <DayInput label={t('confirm.seenOn')} value={seenOn} onChange={setSeenOn} />
        <Problem error={confirm.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={confirm.isPending} disabled={!isReady}>
            {t('confirm.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
