import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { cardStateWords, type StaffCardView } from '#signature/contract'
import { api } from '../../app/api.ts'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from '../signature.module.css'

/** 状態を書く — what became of a card, on which day, and why. */
export function MoveForm({ card: { cardId, holder, moves } }: { readonly card: StaffCardView }) {
  const t = useWords('cards')
  const say = useBilingual()
  const { today } = useSession()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [onDay, setOnDay] = useState<string | undefined>(today)
  const [reason, setReason] = useState('')
  const state = moves.find((one) => one === chosen)
  const move = useChange(
    () => api.post(`/cards/${cardId}/state`, { state, onDay, reason }),
    () => t(state === 'lost' ? 'move.doneLost' : 'move.done'),
    () => {
      setOpen(false)
      setChosen('')
      setReason('')
    },
  )
  const label = t('move.of', { name: holder.name })
  if (!open)
    return (
      <Button aria-label={label} onClick={() => setOpen(true)}>
        {t('move.open')}
      </Button>
    )
  const isReady = state !== undefined && onDay !== undefined && reason.trim() !== ''
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && move.mutate()} busy={move.isPending} label={label}>
        <NativeSelect label={t('move.state')} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t('choose')}</option>
          {moves.map((one) => (
            <option key={one} value={one}>
              {one === 'in-use' ? t('move.found') : say(cardStateWords[one])}
            </option>
          ))}
        </NativeSelect>
        {state === 'lost' && <p>{t('move.lostHelp')}</p>}
        <DayInput label={t('move.onDay')} value={onDay} onChange={setOnDay} />
        <Textarea
          label={t('move.reason')}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Problem error={move.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={move.isPending} disabled={!isReady}>
            {t('move.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
