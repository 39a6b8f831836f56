import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../app/i18n.ts'
import { Form } from '../parts/form.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { useWindowTitle } from '../parts/window-title.ts'
import type { StepProps } from './page.tsx'
import { questions } from './questions.ts'
import { type Outcome, useSaveAnswer } from './save.ts'
import style from './wizard.module.css'

interface StepFrameProps extends StepProps {
  /** What the answer leads to, asked for when the person goes on. */
  readonly outcome: () => Outcome
  readonly children: ReactNode
}

const addressOf = (index: number) => `/welcome?step=${index + 1}`

/** One question: how far, what, why, the answer, and the way back and on. */
export function StepFrame({ question, index, outcome, children }: StepFrameProps) {
  const t = useWords('wizard')
  const go = useGo()
  const next = () => go(addressOf(index + 1))
  const save = useSaveAnswer(next)
  const title = t(question.title)
  useWindowTitle(title)
  return (
    <Form onSubmit={() => save.mutate(outcome())} busy={save.isPending} label={title}>
      <Progress index={index} />
      <div>
        <h1>{title}</h1>
        <p className={style.why}>{t(question.why)}</p>
      </div>
      {children}
      <Problem error={save.error} />
      <div className={style.acts}>
        {index > 0 && <GoButton href={addressOf(index - 1)}>{t('back')}</GoButton>}
        <Button onClick={next}>{t('skip')}</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {index + 1 < questions.length ? t('next') : t('finish')}
        </Button>
      </div>
    </Form>
  )
}

function Progress({ index }: { readonly index: number }) {
  const t = useWords('wizard')
  return (
    <div className={style.progress}>
      <p>{t('progress', { number: index + 1, all: questions.length })}</p>
      <div aria-hidden="true">
        {questions.map(({ id }, at) => (
          <span key={id} data-at={at < index ? 'done' : at === index ? 'here' : 'ahead'} />
        ))}
      </div>
    </div>
  )
}
