import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import type { Account, Issued } from '../queries.ts'
import style from './users.module.css'

interface AccountActsProps {
  readonly account: Account
  readonly onIssued: (account: Account, issued: Issued) => void
  readonly onDone: () => void
}

/** What is done rarely and felt at once: a new code, ending all sessions, stopping the account. */
export function AccountActs({ account, onIssued, onDone }: AccountActsProps) {
  const t = useWords('access')
  const turnState = account.state === 'disabled' ? 'active' : 'disabled'
  const { version, displayName, roles, personId, accountId } = account
  const turn = useMutation({
    mutationFn: () => api.put(`/accounts/${accountId}`, { version, displayName, roles, personId, state: turnState }),
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
          {turnState === 'disabled' ? t('users.disable') : t('users.enable')}
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
    mutationFn: () => api.post<Issued>(`/accounts/${account.accountId}/reset`, { identityCheckedBy, removeFactors }),
    meta: { saves: true },
    onSuccess: (issued) => onIssued(account, issued),
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
