import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountView, factorKinds, roles } from '#access/contract'
import { dayOf } from '#shared'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { useMay, useSession } from '../../app/session.ts'
import { DataTable, PrintButton } from '../../parts/data-table.tsx'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { PageHead } from '../../parts/page.tsx'
import { accountsQuery, type Handed } from '../queries.ts'
import { AccountForm } from './account-form.tsx'
import { InvitationSlip } from './invitation-slip.tsx'
import style from './users.module.css'

type Open = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'account'; readonly id: string }

/** 利用者 — who may sign in, as what, and with what. */
export function UsersPage() {
  const t = useWords('access')
  const mayManage = useMay('account.manage')
  const { data } = useSuspenseQuery(accountsQuery)
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  const [handed, setHanded] = useState<Handed>()
  const chosen = open.kind === 'account' ? data.accounts.find(({ accountId }) => accountId === open.id) : undefined
  const close = () => setOpen({ kind: 'none' })
  const hand = (next: Handed) => {
    setHanded(next)
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
        <AccountForm key={chosen?.accountId ?? 'new'} account={chosen} onClose={close} onIssued={hand} />
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
  readonly accounts: readonly AccountView[]
  readonly current: string | undefined
  readonly onOpen: ((accountId: string) => void) | undefined
}

function AccountTable({ accounts, current, onOpen }: AccountTableProps) {
  const t = useWords('access')
  const say = useBilingual()
  const { now } = useSession()
  const mayReadJournal = useMay('journal.read')
  const roleText = (account: AccountView) => account.roles.map((role) => say(roles[role])).join('、')
  const stateText = ({ state, lockedUntil }: AccountView) =>
    lockedUntil && lockedUntil > now ? t('users.state.locked') : t(`users.state.${state}`)
  const factorText = (account: AccountView) =>
    account.factors.map((kind) => say(factorKinds[kind])).join('、') || t('users.noFactor')
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
              {mayReadJournal && (
                <Go
                  className={style.entries}
                  href={`/journal?person=${account.accountId}`}
                  aria-label={t('users.entriesOf', { name: account.displayName })}
                >
                  {t('users.entries')}
                </Go>
              )}
            </>
          ),
        },
        { key: 'roles', title: t('users.roles'), value: roleText },
        { key: 'factors', title: t('factor.title'), value: factorText },
        { key: 'state', title: t('users.state'), value: stateText },
        {
          key: 'password',
          title: t('users.password'),
          value: (account) => account.passwordChangedAt,
          cell: ({ passwordChangedAt: at }) => (at ? <EraDate day={dayOf(at)} weekday={false} /> : t('users.never')),
        },
        ...(onOpen
          ? [
              {
                key: 'act',
                title: t('users.act'),
                value: () => '',
                cell: (account: AccountView) => (
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
