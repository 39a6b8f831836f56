import type { State as StateName } from '#assessment/contract'
import { useWords } from '../app/i18n.ts'
import { Sentence } from '../parts/sentence.tsx'
import { State } from '../parts/state.tsx'
import { Time } from '../parts/time.tsx'
import { useWindowTitle } from '../parts/window-title.ts'
import type { Today } from './queries.ts'
import style from './today.module.css'

interface VerdictProps {
  readonly sentence: string
  readonly board: Today['board']
}

/** The one sentence for the director, and under it what it rests on. */
export function Verdict({ sentence, board }: VerdictProps) {
  const t = useWords('today')
  useWindowTitle(t('title'))
  const count = (state: StateName) => board.filter((line) => line.state === state).length
  const seen = (['met', 'not-met', 'unknown'] as const).filter((state) => count(state) > 0)
  const at = board.find((line) => line.key === 'assessment')?.at
  return (
    <section className={style.verdict}>
      <h1>{sentence}</h1>
      <p>
        {t('verdict.watched', { count: board.length })}
        {seen.map((state, index) => (
          <span key={state} className={style.tally}>
            <Sentence text={t('verdict.tally', { count: count(state) })} parts={{ state: <State state={state} /> }} />
            {index < seen.length - 1 ? t('verdict.and') : t('verdict.end')}
          </span>
        ))}
      </p>
      {at && (
        <p className={style.basis}>
          <Sentence text={t('verdict.basis')} parts={{ time: <Time at={at} /> }} />
        </p>
      )}
    </section>
  )
}
