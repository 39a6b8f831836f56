import type { PresentedRequirement } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import { State } from '../../parts/state.tsx'
import { RequirementNumber } from '../number.tsx'
import type { Desk } from '../use-desk.ts'
import { useWhy } from '../use-why.ts'
import { addressOf } from '../view.ts'
import style from './parts.module.css'

interface PartsProps {
  readonly desk: Desk
  readonly parts: readonly PresentedRequirement[]
}

/** 中の項目 — the sub-items, each with its state: their sum is the state of this one. */
export function Parts({ desk, parts }: PartsProps) {
  const t = useWords('assessment')
  const whyOf = useWhy()
  if (parts.length === 0) return null
  return (
    <Section title={t('parts')} note={t('parts.count', { count: parts.length })}>
      <ul className={style.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <State state={part.state} />
            <div>
              <RequirementNumber requirement={part} />
              <Go href={addressOf(desk.view, part.id)}>{part.title}</Go>
              <p>{whyOf(part)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
