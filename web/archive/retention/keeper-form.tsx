import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { keeperEvents } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 引き継ぎを記録する — opened only by those few who need it. */
export function KeeperForm({ today }: { readonly today: string }) {
  const t = useWords('retention')
  const [open, setOpen] = useState(false)
  if (!open) return <Button onClick={() => setOpen(true)}>{t('keeper.open')}</Button>
  return <Fields today={today} onEnd={() => setOpen(false)} />
}

function Fields({ today, onEnd }: { readonly today: string; readonly onEnd: () => void }) {
  const t = useWords('retention')
  const [event, setEvent] = useState('')
  const [onDay, setOnDay] = useState<string | undefined>(today)
  const [keeper, setKeeper] = useState('')
  const [contact, setContact] = useState('')
  const [untilOn, setUntilOn] = useState<string | undefined>()
  const [source, setSource] = useState('')
  const record = useChange(
    () => api.post('/retention/keepers', { event, onDay, keeper, contact, untilOn, source }),
    () => t('keeper.done'),
    onEnd,
  )
  const isReady = event !== '' && onDay !== undefined && [keeper, contact, source].every((text) => text.trim() !== '')
  return (
    <Form onSubmit={() => isReady && record.mutate()} busy={record.isPending} label={t('keeper.open')}>
      <NativeSelect label={t('keeper.event')} value={event} onChange={(change) => setEvent(change.currentTarget.value)}>
        <option value="">{t('rule.choose')}</option>
        {keeperEvents.map((one) => (
          <option key={one} value={one}>
            {t(`event.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <DayInput label={t('keeper.onDay')} value={onDay} onChange={setOnDay} />
      <TextInput
        label={t('keeper.keeper')}
        description={t('keeper.keeperHelp')}
        maxLength={200}
        value={keeper}
        onChange={(change) => setKeeper(change.currentTarget.value)}
      />
      <TextInput
        label={t('keeper.contact')}
        description={t('keeper.contactHelp')}
        maxLength={200}
        value={contact}
        onChange={(change) => setContact(change.currentTarget.value)}
      />
      <DayInput label={t('keeper.untilOn')} value={untilOn} onChange={setUntilOn} />
      <Textarea
        label={t('keeper.source')}
        description={t('keeper.sourceHelp')}
        maxLength={500}
        autosize
        minRows={2}
        value={source}
        onChange={(change) => setSource(change.currentTarget.value)}
      />
      <Problem error={record.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isReady}>
          {t('keeper.act')}
        </Button>
        <Button onClick={onEnd}>{t('cancel')}</Button>
      </Acts>
    </Form>
  )
}
