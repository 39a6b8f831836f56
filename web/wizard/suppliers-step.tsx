import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import { answerFrom, learntBy } from './answers.ts'
import { ChoiceList } from './choice-list.tsx'
import { ofKind, supplierChanges } from './items.ts'
import type { StepProps } from './page.tsx'
import type { Registry } from './queries.ts'
import { StepFrame } from './step-frame.tsx'
import style from './wizard.module.css'

/** The companies that installed, maintain or run something: they know what nobody in the house knows. */
export function SuppliersStep({ question, index, registry }: StepProps & { readonly registry: Registry }) {
  const t = useWords('wizard')
  const there = ofKind(registry, 'supplier')
  const [names, setNames] = useState<readonly string[]>([''])
  const [answer, setAnswer] = useState(() => answerFrom(question, registry.practices.answers))
  const write = (at: number, name: string) => setNames(names.map((old, place) => (place === at ? name : old)))
  const outcome = () => ({
    practices: learntBy(question, answer),
    changes: (now: Registry) => supplierChanges(now, names),
  })
  return (
    <StepFrame question={question} index={index} outcome={outcome}>
      <div className={style.names}>
        {there.length > 0 && <p>{t('suppliers.there', { names: there.map(({ item }) => item.name).join('、') })}</p>}
        {names.map((name, at) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes are only added at the end and never change places
            key={at}
            label={t('suppliers.name', { number: there.length + at + 1 })}
            placeholder={t('suppliers.example')}
            autoComplete="off"
            value={name}
            onChange={(event) => write(at, event.currentTarget.value)}
          />
        ))}
        <Button onClick={() => setNames([...names, ''])}>{t('suppliers.add')}</Button>
      </div>
      <ChoiceList question={question} answer={answer} onChange={setAnswer} />
    </StepFrame>
  )
}
