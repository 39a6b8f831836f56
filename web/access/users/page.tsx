import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { factorKinds, roles } from '#access/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { useMay } from '../../app/session.ts'
import { DataTable, PrintButton } from '../../parts/data-table.tsx'
import { PageHead } from '../../parts/page.tsx'
import { Time } from '../../parts/time.tsx'
import { type Account, accountsQuery, type Issued } from '../queries.ts'
import { AccountForm } from './account-form.tsx'
import { InvitationSlip } from './invitation-slip.tsx'
import style from './users.module.css'

type Open = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'account'; readonly id: string }

interface Handed {
  readonly account: Pick<Account, 'displayName' | 'loginName'>
  readonly issued: Issued
}

/** 利用者 — who may sign in, as what, and with what. */
export function UsersPage() {
  const t = useWords('access')
  const mayManage = useMay('account.manage')
  const { data } = useSuspenseQuery(accountsQuery)
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  const [handed, setHanded] = useState<Handed>()
  const chosen = open.kind === 'account' ? data.accounts.find(({ accountId }) => accountId === open.id) : undefined
  const close = () => setOpen({ kind: 'none' })
  const issued = (account: Handed['account'], code: Issued) => {
    setHanded({ account, issued: code })
    close()
  }
  return (
    <>
      <PageHead title={t('users.title')} lead={t('users.lead', { count: data.accounts.length })}>
        <PrintButton />
        {mayManage && (
          <Button variant="filled" onClick={() => setOpen({ kind: 'new' })}>
            {t('users.add')}
          </Button>
        )}
      </PageHead>
      {handed && <InvitationSlip {...handed} onDone={() => setHanded(undefined)} />}
      {open.kind !== 'none' && (
        <AccountForm key={chosen?.accountId ?? 'new'} account={chosen} onClose={close} onIssued={issued} />
      )}
      <AccountTable
        accounts={data.accounts}
        current={chosen?.accountId}
        onOpen={mayManage ? (id) => setOpen({ kind: 'account', id }) : undefined}
      />
    </>
  )
}

interface AccountTableProps {
  readonly accounts: readonly Account[]
  readonly current: string | undefined
  readonly onOpen: ((accountId: string) => void) | undefined
}

function AccountTable({ accounts, current, onOpen }: AccountTableProps) {
  const t = useWords('access')
  const say = useBilingual()
  const roleText = (account: Account) => account.roles.map((role) => say(roles[role])).join('、')
  const factorText = (account: Account) =>
    account.factors.map((kind) => say(factorKinds[kind as keyof typeof factorKinds])).join('、') || t('users.noFactor')
  return (
    <DataTable
      caption={t('users.title')}
      rows={accounts}
      rowKey={(account) => account.accountId}
      current={current}
      searchable={accounts.length > 8}
      columns={[
        {
          key: 'name',
          title: t('users.name'),
          value: (account) => account.displayName,
          cell: (account) => (
            <>
              {account.displayName}
              <small className={style.login}>{account.loginName}</small>
            </>
          ),
        },
        { key: 'roles', title: t('users.roles'), value: roleText },
        { key: 'factors', title: t('factor.title'), value: factorText },
        { key: 'state', title: t('users.state'), value: (account) => t(`users.state.${account.state}`) },
        {
          key: 'seen',
          title: t('users.seen'),
          value: (account) => account.lastSeenAt ?? '',
          cell: (account) => (account.lastSeenAt ? <Time at={account.lastSeenAt} /> : t('users.never')),
        },
        ...(onOpen
          ? [
              {
                key: 'act',
                title: t('users.act'),
                value: () => '',
                cell: (account: Account) => (
                  <Button
                    aria-label={t('users.changeOf', { name: account.displayName })}
                    onClick={() => onOpen(account.accountId)}
                  >
                    {t('users.change')}
                  </Button>
                ),
                plain: true,
              },
            ]
          : []),
      ]}
    />
  )
}
