import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountView, givenRoles, type IssuedCode, type Role, roles } from '#access/contract'
import { api, isProblem } from '../../app/api.ts'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from '../access.module.css'
import { accountsQuery, type Handed } from '../queries.ts'
import { AccountActs } from './account-acts.tsx'
import sheet from './users.module.css'

interface AccountFormProps {
  /** Undefined for a new account. */
  readonly account: AccountView | undefined
  readonly onClose: () => void
  readonly onIssued: (handed: Handed) => void
}

/** One account as a small sheet: name, roles, and below it what is done rarely. */
export function AccountForm({ account, onClose, onIssued }: AccountFormProps) {
  const t = useWords('access')
  const queryClient = useQueryClient()
  const [displayName, setDisplayName] = useState(account?.displayName ?? '')
  const [loginName, setLoginName] = useState(account?.loginName ?? '')
  const [chosen, setChosen] = useState<readonly Role[]>(account?.roles ?? ['staff'])
  const refresh = () => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey })
  const save = useMutation({
    mutationFn: () =>
      account ? changeAccount(account, displayName, chosen) : createAccount(loginName, displayName, chosen),
    meta: { saves: true },
    onSuccess: async (issued) => {
      await refresh()
      if (issued) onIssued({ account: { displayName, loginName }, issued })
      else onClose()
    },
  })
  return (
    <section className={sheet.sheet}>
      <h2>{account ? t('users.changeOf', { name: account.displayName }) : t('users.add')}</h2>
      <Form onSubmit={() => save.mutate()} busy={save.isPending}>
        <TextInput
          label={t('users.name')}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        {!account && (
          <TextInput
            label={t('loginName')}
            description={t('loginName.rule')}
            autoCapitalize="none"
            spellCheck={false}
            value={loginName}
            onChange={(event) => setLoginName(event.currentTarget.value)}
          />
        )}
        <RoleChoice chosen={chosen} onChange={setChosen} />
        <Problem error={save.error}>
          {isProblem(save.error, 'conflict') && (
            <Button onClick={() => refresh().then(onClose)}>{t('users.reload')}</Button>
          )}
        </Problem>
        <Acts>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {account ? t('save') : t('users.invite')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Acts>
      </Form>
      {account && <AccountActs account={account} onIssued={onIssued} onDone={() => refresh().then(onClose)} />}
    </section>
  )
}

function RoleChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
}) {
  const t = useWords('access')
  const say = useBilingual()
  return (
    <Checkbox.Group label={t('users.roles')} value={[...chosen]} onChange={(next) => onChange(next as Role[])}>
      <div className={style.roles}>
        {givenRoles.map((role) => (
          <Checkbox key={role} value={role} label={say(roles[role])} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

async function createAccount(loginName: string, displayName: string, chosen: readonly Role[]): Promise<IssuedCode> {
  const created = await api.post<{ invitation: IssuedCode }>('/accounts', { loginName, displayName, roles: chosen })
  return created.invitation
}

async function changeAccount(account: AccountView, displayName: string, chosen: readonly Role[]): Promise<undefined> {
  const { accountId, version } = account
  await api.put(`/accounts/${accountId}`, { version, displayName, roles: chosen })
}
