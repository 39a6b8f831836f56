import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DestructionsView } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './destruction.module.css'
import { ReasonForm } from './reason-form.tsx'

interface DestructionActsProps {
  readonly one: DestructionsView['destructions'][number]
  readonly may: DestructionsView['may']
  readonly today: string
}

/** Approve, write down an approval from outside, destroy, withdraw: whatever comes next for this list. */
export function DestructionActs({ one: { destructionId, approvals, number }, may, today }: DestructionActsProps) {
  const t = useWords('destruction')
  const [act, setAct] = useState<'outside' | 'destroy' | 'withdraw' | undefined>()
  const [backupsUntil, setBackupsUntil] = useState<string | undefined>()
  const at = `/destructions/${destructionId}`
  const close = () => setAct(undefined)
  const approve = useChange(
    () => api.post(`${at}/approvals`, {}),
    () => t('approve.done'),
  )
  const isApproved = approvals.length >= 2
  if (act === 'outside') return <OutsideForm at={at} today={today} onEnd={close} />
  if (act === 'withdraw')
    return (
      <ReasonForm
        label={t('withdraw.title', { number })}
        act={t('withdraw.act')}
        done={t('withdraw.done')}
        send={(reason) => api.post(`${at}/withdrawal`, { reason })}
        onEnd={close}
      />
    )
  if (act === 'destroy')
    return (
      <ReasonForm
        label={t('destroy.title', { number })}
        act={t('destroy.act')}
        done={t('destroy.done')}
        send={(reason) => api.post(`${at}/carrying-out`, { reason, backupsUntil })}
        onEnd={close}
        grave
      >
        <p>{t('destroy.meaning')}</p>
        <DayInput label={t('destroy.backups')} value={backupsUntil} onChange={setBackupsUntil} />
      </ReasonForm>
    )
  return (
    <>
      {may.approve && !isApproved && (
        <Button loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('approve.act')}
        </Button>
      )}
      {may.approve && !isApproved && <Button onClick={() => setAct('outside')}>{t('outside.open')}</Button>}
      {may.carryOut && isApproved && (
        <Button color="red" onClick={() => setAct('destroy')}>
          {t('destroy.act')}
        </Button>
      )}
      {may.propose && <Button onClick={() => setAct('withdraw')}>{t('withdraw.act')}</Button>}
      <Problem error={approve.error} />
    </>
  )
}

interface OutsideFormProps {
  readonly at: string
  readonly today: string
  readonly onEnd: () => void
}

/** 施設の外の人の承認 — copied from the paper that this person signed. */
function OutsideForm({ at, today, onEnd }: OutsideFormProps) {
  const t = useWords('destruction')
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [approvedOn, setApprovedOn] = useState<string | undefined>(today)
  const keep = useChange(
    () => api.post(`${at}/approvals`, { outside: { name, organisation, approvedOn } }),
    () => t('approve.done'),
    onEnd,
  )
  const isReady = name.trim() !== '' && organisation.trim() !== '' && approvedOn !== undefined
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isReady && keep.mutate()} busy={keep.isPending} label={t('outside.open')}>
        <p>{t('outside.meaning')}</p>
        <TextInput
          label={t('outside.organisation')}
          maxLength={100}
          value={organisation}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
        <TextInput
          label={t('outside.name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DayInput label={t('outside.approvedOn')} value={approvedOn} onChange={setApprovedOn} />
        <Problem error={keep.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={keep.isPending} disabled={!isReady}>
            {t('outside.act')}
          </Button>
          <Button onClick={onEnd}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
