import { Button } from '@mantine/core'
import { useWords } from '../../app/i18n.ts'
import { Go, GoButton } from '../../parts/go.tsx'
import { stepOf } from '../next-step.ts'
import type { RequirementView } from '../queries.ts'
import type { Gap } from '../rows.ts'
import type { Desk } from '../use-desk.ts'
import { addressOf } from '../view.ts'
import { ATTEST_FORM } from './attest.tsx'
import style from './next-step.module.css'
import { useThingName } from './thing.tsx'

interface NextStepProps {
  readonly desk: Desk
  readonly gap: Gap
  readonly view: RequirementView
}

/** つぎにすること — one step, and the button that leads to where it is taken. */
export function NextStep({ desk, gap, view }: NextStepProps) {
  const t = useWords('assessment')
  const isPart = gap.requirementId !== view.requirement.id
  return (
    <section className={style.next} aria-label={t('next')}>
      <div>
        <h2>{t('next')}</h2>
        <p>{gap.action.sentence}</p>
        {isPart && (
          <p className={style.part}>
            {t('next.part')}
            <Go href={addressOf(desk.view, gap.requirementId)}>{gap.title}</Go>
          </p>
        )}
      </div>
      <StepButton desk={desk} gap={gap} view={view} />
    </section>
  )
}

function StepButton({ desk, gap, view }: NextStepProps) {
  const t = useWords('assessment')
  const nameOf = useThingName()
  const step = stepOf(gap)
  const isHere = gap.requirementId === view.requirement.id
  if (step.kind === 'fact')
    return (
      <GoButton variant="filled" href={step.href}>
        {t('next.fact', { name: gap.about ? nameOf(gap.about) : '' })}
      </GoButton>
    )
  if (step.kind === 'question')
    return (
      <GoButton variant="filled" href={step.href}>
        {t('next.question')}
      </GoButton>
    )
  if (step.kind === 'supplier')
    return (
      <GoButton variant="filled" href={step.href}>
        {t('next.supplier')}
      </GoButton>
    )
  if (!isHere)
    return (
      <GoButton variant="filled" href={addressOf(desk.view, gap.requirementId)}>
        {t('next.open')}
      </GoButton>
    )
  if (!view.words.may.attest) return null
  return (
    <Button variant="filled" onClick={toForm}>
      {t('next.attest')}
    </Button>
  )
}

function toForm(): void {
  const form = document.getElementById(ATTEST_FORM)
  form?.scrollIntoView({ block: 'center' })
  form?.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true })
}
