import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, isProblem } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { type SessionView, statusQuery } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Go } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './access.module.css'
import { useEnter } from './enter.ts'

/** サインイン — name and password; then, where the account has one, the second factor. */
export function SignInPage() {
  const t = useWords('access')
  const enter = useEnter()
  const { next } = useSearch({ strict: false })
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const signIn = useMutation({
    mutationFn: () => api.post<SessionView>('/session', { loginName, password, ...(asksCode && { code }) }),
    onSuccess: (session) => enter(session, next),
    onError: (error) => isProblem(error, 'second-factor-needed') && setAsksCode(true),
  })
  const shown = isProblem(signIn.error, 'second-factor-needed') && code === '' ? null : signIn.error
  const back = () => {
    setAsksCode(false)
    setCode('')
    signIn.reset()
  }
  return (
    <>
      <PageHead title={asksCode ? t('code.title') : t('signIn.title')} lead={asksCode ? t('code.lead') : undefined} />
      <SampleEntry />
      <Form onSubmit={() => signIn.mutate()} busy={signIn.isPending}>
        {asksCode ? (
          <TextInput
            key="code"
            label={t('code.label')}
            autoComplete="one-time-code"
            data-autofocus
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              label={t('loginName')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={loginName}
              onChange={(event) => setLoginName(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <Problem error={shown} />
        <Acts>
          <Button type="submit" variant="filled" loading={signIn.isPending}>
            {t('signIn.act')}
          </Button>
          {asksCode && <Button onClick={back}>{t('back')}</Button>}
        </Acts>
      </Form>
      <p className={style.below}>
        <Go href="/invitation">{t('signIn.invited')}</Go>
      </p>
      <p className={style.small}>{t('signIn.forgotten')}</p>
    </>
  )
}

/** In the sample anybody may look around without an account. */
function SampleEntry() {
  const t = useWords('access')
  const enter = useEnter()
  const { data: status } = useSuspenseQuery(statusQuery)
  const look = useMutation({
    mutationFn: () => api.post<SessionView>('/session/sample'),
    onSuccess: (session) => enter(session),
  })
  if (!status.sampleEntry) return null
  return (
    <div className={style.sample}>
      <p>{t('sample.text')}</p>
      <Button variant="filled" loading={look.isPending} onClick={() => look.mutate()}>
        {t('sample.enter')}
      </Button>
      <Problem error={look.error} />
    </div>
  )
}
