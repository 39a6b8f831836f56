import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { answerFrom, learntBy } from './answers.ts'
import { ChoiceList } from './choice-list.tsx'
import { holderOf, peopleChanges } from './items.ts'
import type { StepProps } from './page.tsx'
import type { Registry } from './queries.ts'
import { StepFrame } from './step-frame.tsx'
import style from './wizard.module.css'

/** Who answers for it: the director and the 医療情報システム安全管理責任者. */
export function PeopleStep({ question, index, registry }: StepProps & { readonly registry: Registry }) {
  const t = useWords('wizard')
  const [manager, setManager] = useState(() => holderOf(registry, 'safety-manager')?.item.name ?? '')
  const [director, setDirector] = useState(() => holderOf(registry, 'director')?.item.name ?? '')
  const [answer, setAnswer] = useState(() => answerFrom(question, registry.practices.answers))
  const outcome = () => ({
    practices: learntBy(question, answer),
    changes: (now: Registry) => peopleChanges(now, { 'safety-manager': manager, director }),
  })
  return (
    <StepFrame question={question} index={index} outcome={outcome}>
      <NameField label={t('people.manager')} help={t('people.managerHow')} value={manager} onChange={setManager} />
      <NameField label={t('people.director')} value={director} onChange={setDirector} />
      <ChoiceList question={question} answer={answer} onChange={setAnswer} />
    </StepFrame>
  )
}

interface NameFieldProps {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function NameField({ label, help, value, onChange }: NameFieldProps) {
  const t = useWords('wizard')
  const { account } = useSession()
  return (
    <div className={style.name}>
      <TextInput
        label={label}
        description={help}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button aria-label={t('people.meFor', { post: label })} onClick={() => onChange(account.displayName)}>
        {t('people.me')}
      </Button>
    </div>
  )
}
