import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { isProblem } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'

interface PasswordAgainProps {
  readonly error: unknown
  readonly busy: boolean
  readonly onPassword: (password: string) => void
}

/** Asks for the password when the sign-in is no longer fresh: a screen left open must not be enough. */
export function PasswordAgain({ error, busy, onPassword }: PasswordAgainProps) {
  const t = useWords('access')
  const [password, setPassword] = useState('')
  const isAsked = isProblem(error, 'not-permitted') && error.facts.reason === 'password-needed'
  if (!isAsked) return <Problem error={error} />
  return (
    <Form onSubmit={() => onPassword(password)} busy={busy} label={t('password.again')}>
      <PasswordInput
        label={t('password.again')}
        description={t('password.againWhy')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Acts>
        <Button type="submit" variant="filled" loading={busy}>
          {t('password.goOn')}
        </Button>
      </Acts>
    </Form>
  )
}
