import { Button, PasswordInput, Radio } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type FactorView, factorKinds } from '#access/contract'
import { api } from '../app/api.ts'
import { type Language, speak, useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { sessionQuery, useSession } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import { tell } from '../parts/undo.tsx'
import style from './access.module.css'
import { deviceName } from './device.ts'
import { EnrolFactor } from './enrol-factor.tsx'
import { PasswordAgain } from './password-again.tsx'
import { NewPassword } from './password-field.tsx'
import { ownSessionsQuery } from './queries.ts'

/** 自分の設定 — what everybody may change about the own account, whatever the role. */
export function SettingsPage() {
  const t = useWords('access')
  const { account } = useSession()
  return (
    <>
      <PageHead
        title={t('settings.title')}
        lead={account.mustChangePassword ? t('settings.mustChange') : t('settings.lead', { name: account.displayName })}
      />
      <Factors />
      <Password />
      <LanguageChoice />
      <Sessions />
    </>
  )
}

function Factors() {
  const t = useWords('access')
  const { account } = useSession()
  const [adding, setAdding] = useState<FactorView['kind']>()
  const confirmed = account.factors.filter((factor) => factor.confirmed)
  return (
    <Section title={t('factor.title')} note={confirmed.length === 0 ? t('factor.none') : t('factor.some')}>
      <ul className={style.rows}>
        {confirmed.map((factor) => (
          <FactorRow key={factor.factorId} factor={factor} />
        ))}
      </ul>
      {adding ? (
        <EnrolFactor kind={adding} onDone={() => setAdding(undefined)} onCancel={() => setAdding(undefined)} />
      ) : (
        <div className={style.two}>
          <Button onClick={() => setAdding('totp')}>{t('factor.addApp')}</Button>
          <Button onClick={() => setAdding('code-list')}>{t('factor.addList')}</Button>
        </div>
      )}
    </Section>
  )
}

function FactorRow({ factor }: { readonly factor: FactorView }) {
  const t = useWords('access')
  const say = useBilingual()
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: (currentPassword?: string) =>
      api.post<void>(`/own/factors/${factor.factorId}/removal`, { currentPassword }),
    meta: { saves: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <li>
      <span>
        {say(factorKinds[factor.kind])}
        {factor.codesLeft !== undefined && <small>{t('factor.codesLeft', { count: factor.codesLeft })}</small>}
      </span>
      <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
        {t('factor.remove')}
      </Button>
      <PasswordAgain error={remove.error} busy={remove.isPending} onPassword={remove.mutate} />
    </li>
  )
}

function Password() {
  const t = useWords('access')
  const queryClient = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => api.post<void>('/own/password', { currentPassword: current, newPassword: next }),
    meta: { saves: true },
    onSuccess: () => {
      setCurrent('')
      setNext('')
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      tell(t('password.changed'))
    },
  })
  return (
    <Section title={t('password.change')}>
      <Form onSubmit={() => change.mutate()} busy={change.isPending}>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword value={next} onChange={setNext} problem={change.error} />
        <Problem error={change.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {t('password.act')}
          </Button>
        </Acts>
      </Form>
    </Section>
  )
}

function LanguageChoice() {
  const t = useWords('access')
  const language = useLanguage()
  const choose = useMutation({
    mutationFn: (chosen: Language) => api.put<void>('/own/language', { language: chosen }),
    meta: { saves: true },
    onMutate: (chosen) => speak(chosen),
  })
  return (
    <Section title={t('language.title')}>
      <Radio.Group
        aria-label={t('language.title')}
        value={language}
        onChange={(chosen) => choose.mutate(chosen as Language)}
      >
        <div className={style.roles}>
          <Radio value="ja" label={t('language.ja')} lang="ja" />
          <Radio value="en" label={t('language.en')} lang="en" />
        </div>
      </Radio.Group>
      <Problem error={choose.error} />
    </Section>
  )
}

function Sessions() {
  const t = useWords('access')
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(ownSessionsQuery)
  const end = useMutation({
    mutationFn: (sessionId: string) => api.remove(`/session/list/${sessionId}`),
    meta: { saves: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <ul className={style.rows}>
        {data.sessions.map((session) => (
          <li key={session.sessionId}>
            <span>
              {deviceName(session.device)}
              <small>
                {t('sessions.seen')} <Time at={session.lastSeenAt} />
              </small>
            </span>
            {session.current ? (
              <span>{t('sessions.current')}</span>
            ) : (
              <Button onClick={() => end.mutate(session.sessionId)}>{t('sessions.end')}</Button>
            )}
          </li>
        ))}
      </ul>
      <Problem error={end.error} />
    </Section>
  )
}
