import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountView, IssuedCode } from '#access/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import type { Handed } from '../queries.ts'
import style from './users.module.css'

interface AccountActsProps {
  readonly account: AccountView
  readonly onIssued: (handed: Handed) => void
  readonly onDone: () => void
}

/** What is done rarely and felt at once: a new code, ending all sessions, stopping the account. */
export function AccountActs({ account, onIssued, onDone }: AccountActsProps) {
  const t = useWords('access')
  const { accountId, version } = account
  const turned = account.state === 'disabled' ? 'enable' : 'disable'
  const turn = useMutation({
    mutationFn: () => api.post(`/accounts/${accountId}/${turned}`, { version }),
    meta: { saves: true },
    onSuccess: onDone,
  })
  const endAll = useMutation({
    mutationFn: () => api.remove(`/accounts/${accountId}/sessions`),
    meta: { saves: true },
    onSuccess: onDone,
  })
  return (
    <div className={style.dangerous}>
      <Reset account={account} onIssued={onIssued} />
      <div className={style.dangerous}>
        <p>{t('users.stopText')}</p>
        <Button onClick={() => endAll.mutate()} mr="sm">
          {t('users.endAll')}
        </Button>
        <Button color="shu" variant="outline" onClick={() => turn.mutate()}>
          {turned === 'disable' ? t('users.disable') : t('users.enable')}
        </Button>
        <Problem error={turn.error ?? endAll.error} />
      </div>
    </div>
  )
}

/** 再登録 — needs a word on how the person was recognised; the guideline asks for that record (6.5 C-14). */
function Reset({ account, onIssued }: Omit<AccountActsProps, 'onDone'>) {
  const t = useWords('access')
  const [identityCheckedBy, setIdentityCheckedBy] = useState('')
  const [removeFactors, setRemoveFactors] = useState(false)
  const reset = useMutation({
    mutationFn: () =>
      api.post<IssuedCode>(`/accounts/${account.accountId}/reset`, { identityCheckedBy, removeFactors }),
    meta: { saves: true },
    onSuccess: (issued) => onIssued({ account, issued }),
  })
  return (
    <Form onSubmit={() => reset.mutate()} busy={reset.isPending} label={t('users.reset')}>
      <TextInput
        label={t('users.identity')}
        description={t('users.identityWhy')}
        placeholder={t('users.identityExample')}
        value={identityCheckedBy}
        onChange={(event) => setIdentityCheckedBy(event.currentTarget.value)}
      />
      <Checkbox
        label={t('users.removeFactors')}
        checked={removeFactors}
        onChange={(event) => setRemoveFactors(event.currentTarget.checked)}
      />
      <Problem error={reset.error} />
      <div>
        <Button type="submit" loading={reset.isPending} disabled={identityCheckedBy.trim() === ''}>
          {t('users.reset')}
        </Button>
      </div>
    </Form>
  )
}
