import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useFocusOnChange } from '../app/use-focus-on-change.ts'
import { Loading } from '../parts/loading.tsx'
import { CheckStep } from './check-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FacilityStep } from './facility-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { registryQuery } from './queries.ts'
import { type Question, questions } from './questions.ts'
import { SuppliersStep } from './suppliers-step.tsx'
import style from './wizard.module.css'
import { WizardHead } from './wizard-head.tsx'

/** はじめの質問 — ten questions in plain words, one on each page, every answer saved as it is given; then what to print. */
export function WizardPage() {
  const { step } = useSearch({ strict: false })
  const index = Math.min(Math.max(Number(step ?? 1) || 1, 1), questions.length + 1) - 1
  const question = questions[index]
  const main = useFocusOnChange(String(index))
  return (
    <div className={style.ground}>
      <WizardHead />
      <main id="main" ref={main} className={style.sheet} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {question ? <Step key={question.id} question={question} index={index} /> : <DoneStep />}
        </Suspense>
      </main>
    </div>
  )
}

export interface StepProps {
  readonly question: Question
  readonly index: number
}

function Step({ question, index }: StepProps) {
  const { data: registry } = useSuspenseQuery(registryQuery)
  const props = { question, index, registry }
  switch (question.id) {
    case 'facility':
      return <FacilityStep {...props} />
    case 'people':
      return <PeopleStep {...props} />
    case 'suppliers':
      return <SuppliersStep {...props} />
    default:
      return <CheckStep {...props} />
  }
}
