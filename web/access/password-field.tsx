import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { passwordReasons, passwordRule } from '#access/contract'
import { isProblem } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'

type PasswordReason = keyof typeof passwordReasons

interface NewPasswordProps extends Omit<PasswordInputProps, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The last refusal of the form, whose reasons are told here. */
  readonly problem: unknown
}

/** A box for a new password, with the rule before it and the reasons after it. It can be made visible. */
export function NewPassword({ value, onChange, problem, ...rest }: NewPasswordProps) {
  const t = useWords('access')
  const say = useBilingual()
  const reasons = isProblem(problem, 'weak-password') ? reasonsOf(problem.facts) : []
  return (
    <PasswordInput
      label={t('password.new')}
      description={say(passwordRule)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      error={
        reasons.map((reason) => t('password.reason', { reason: say(passwordReasons[reason]) })).join(' ') || undefined
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  )
}

function reasonsOf(facts: Readonly<Record<string, unknown>>): readonly PasswordReason[] {
  const listed = Array.isArray(facts.reasons) ? facts.reasons : [facts.reason]
  return listed.filter((reason): reason is PasswordReason => String(reason) in passwordReasons)
}
