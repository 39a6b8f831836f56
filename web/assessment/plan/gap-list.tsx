import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PlanView } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import style from './plan.module.css'
import { TakeUp } from './take-up.tsx'

// As many as one looks through at a time; the rest is a press away.
const SHOWN = 20

/** まだ用件になっていない不足 — heaviest first. One press makes a task of one; several that are ticked become one task. */
export function GapList({ gaps, may }: Pick<PlanView, 'gaps' | 'may'>) {
  const t = useWords('plan')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [all, setAll] = useState(false)
  const shown = all ? gaps : gaps.slice(0, SHOWN)
  const there = chosen.filter((id) => gaps.some(({ requirementId }) => requirementId === id))
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)))
  return (
    <>
      {may.change && (
        <div className={style.chosen}>
          <TakeUp requirementIds={there} filled onDone={() => setChosen([])} key={there.join()} />
          <span role="status">{t('chosen', { count: there.length })}</span>
        </div>
      )}
      <ul className={style.gaps}>
        {shown.map((gap) => (
          <li key={gap.requirementId}>
            {may.change && (
              <Checkbox
                aria-label={t('choose', { title: gap.title })}
                checked={there.includes(gap.requirementId)}
                onChange={(event) => toggle(gap.requirementId, event.currentTarget.checked)}
              />
            )}
            <div>
              <State state={gap.state} />{' '}
              <Go href={`/assessment/${encodeURIComponent(gap.requirementId)}`}>{gap.title}</Go>
              <p>{gap.action.sentence}</p>
            </div>
            {may.change && <TakeUp requirementIds={[gap.requirementId]} named={gap.title} />}
          </li>
        ))}
      </ul>
      {shown.length < gaps.length && (
        <Button onClick={() => setAll(true)}>{t('gaps.all', { count: gaps.length - shown.length })}</Button>
      )}
    </>
  )
}
