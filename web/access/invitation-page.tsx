import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import type { SessionView } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './access.module.css'
import { useEnter } from './enter.ts'
import { NewPassword } from './password-field.tsx'

interface Redeemed {
  readonly loginName: string
  /** Absent where the account has a second factor: the person signs in with both. */
  readonly me?: SessionView
}

/** 招待・再登録 — the code of the slip, and a password that nobody else knows. */
export function InvitationPage() {
  const t = useWords('access')
  const enter = useEnter()
  const search = useSearch({ strict: false })
  const [code, setCode] = useState(search.code ?? '')
  const [password, setPassword] = useState('')
  const redeem = useMutation({
    mutationFn: () => api.post<Redeemed>('/invitations', { code, password }),
    onSuccess: ({ me }) => me && enter(me),
  })
  if (redeem.data && !redeem.data.me) {
    return (
      <PageHead title={t('invitation.done')} lead={t('invitation.doneLead', { loginName: redeem.data.loginName })}>
        <GoButton href="/sign-in" variant="filled">
          {t('signIn.act')}
        </GoButton>
      </PageHead>
    )
  }
  return (
    <>
      <PageHead title={t('invitation.title')} lead={t('invitation.lead')} />
      <Form onSubmit={() => redeem.mutate()} busy={redeem.isPending}>
        <TextInput
          label={t('invitation.code')}
          description={t('invitation.codeRule')}
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPassword value={password} onChange={setPassword} problem={redeem.error} />
        <Problem error={redeem.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={redeem.isPending}>
            {t('invitation.act')}
          </Button>
        </Acts>
      </Form>
      <p className={style.below}>
        <Go href="/sign-in">{t('invitation.signIn')}</Go>
      </p>
    </>
  )
}
