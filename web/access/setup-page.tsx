import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '#access/contract'
import { api } from '../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { type SessionView, statusQuery } from '../app/session.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Go, useGo } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './access.module.css'
import { EnrolFactor } from './enrol-factor.tsx'
import { useEnter } from './enter.ts'
import { NewPassword } from './password-field.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'

/** The first session, and the code of the recovery sheet, which can be shown this one time. */
type Begun = SessionView & { readonly recoveryCode?: string }

/** はじめる — the one-time code of the console makes the facility and its first person; then, if wished, a second factor. */
export function SetupPage() {
  const t = useWords('access')
  const { data: status } = useSuspenseQuery(statusQuery)
  const [begun, setBegun] = useState<Begun>()
  const enter = useEnter()
  const go = useGo()
  if (begun) return <AfterSetup recoveryCode={begun.recoveryCode} onDone={() => enter(begun, '/welcome')} />
  if (!status.needsSetup) {
    return (
      <PageHead title={t('setup.done')} lead={t('setup.doneLead')}>
        <Button variant="filled" onClick={() => go('/sign-in')}>
          {t('signIn.act')}
        </Button>
      </PageHead>
    )
  }
  return <FirstPerson givenCode={status.setupCode} onDone={setBegun} />
}

interface FirstPersonProps {
  readonly givenCode: string | undefined
  readonly onDone: (begun: Begun) => void
}

// Whoever sets the house up usually holds one of these posts, or both.
const ownPosts = ['safety-manager', 'director'] as const

function FirstPerson({ givenCode, onDone }: FirstPersonProps) {
  const t = useWords('access')
  const say = useBilingual()
  const language = useLanguage()
  const [typed, setTyped] = useState({
    code: givenCode ?? '',
    facilityName: '',
    displayName: '',
    loginName: '',
    password: '',
  })
  const [posts, setPosts] = useState<readonly string[]>(['safety-manager'])
  const write = (key: keyof typeof typed) => (value: string) => setTyped((now) => ({ ...now, [key]: value }))
  const set = useMutation({
    mutationFn: () => api.post<Begun>('/setup', { ...typed, language, roles: posts }),
    onSuccess: onDone,
  })
  return (
    <>
      <PageHead title={t('setup.title')} lead={t('setup.lead')} />
      <Form onSubmit={() => set.mutate()} busy={set.isPending}>
        <TextInput
          label={t('setup.code')}
          description={givenCode ? t('setup.codeGiven') : t('setup.codeWhere')}
          autoComplete="off"
          value={typed.code}
          onChange={(event) => write('code')(event.currentTarget.value)}
        />
        <TextInput
          label={t('setup.facilityName')}
          placeholder={t('setup.facilityExample')}
          autoComplete="organization"
          value={typed.facilityName}
          onChange={(event) => write('facilityName')(event.currentTarget.value)}
        />
        <TextInput
          label={t('setup.displayName')}
          placeholder={t('setup.displayExample')}
          autoComplete="name"
          value={typed.displayName}
          onChange={(event) => write('displayName')(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('setup.posts')} value={[...posts]} onChange={setPosts}>
          <div className={style.roles}>
            {ownPosts.map((post) => (
              <Checkbox key={post} value={post} label={say(roles[post])} />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={t('loginName')}
          description={t('loginName.rule')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={typed.loginName}
          onChange={(event) => write('loginName')(event.currentTarget.value)}
        />
        <NewPassword label={t('password')} value={typed.password} onChange={write('password')} problem={set.error} />
        <Problem error={set.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={set.isPending}>
            {t('setup.act')}
          </Button>
        </Acts>
      </Form>
      <p className={style.small}>
        <Go href="/sign-in">{t('setup.already')}</Go>
      </p>
    </>
  )
}

interface AfterSetupProps {
  readonly recoveryCode: string | undefined
  readonly onDone: () => void
}

function AfterSetup({ recoveryCode, onDone }: AfterSetupProps) {
  const t = useWords('access')
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <PageHead title={t('setup.factorTitle')} />
      {recoveryCode && <RecoverySheet code={recoveryCode} />}
      <p className={style.factorLead}>{t('setup.factorLead')}</p>
      {wanted && <EnrolFactor kind="totp" onDone={onDone} onCancel={() => setWanted(false)} />}
      {!wanted && (
        <Acts>
          <Button onClick={() => setWanted(true)}>{t('setup.factorNow')}</Button>
          <Button variant="filled" onClick={onDone}>
            {t('setup.factorLater')}
          </Button>
        </Acts>
      )}
    </>
  )
}
