import type { ReactNode } from 'react'
import { ProblemError } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import style from './problem.module.css'

interface ProblemProps {
  readonly error: unknown
  /** What to press now, or what the sentence cannot say (the reasons against a password). */
  readonly children?: ReactNode
}

/** An error in three sentences: what happened, what is safe, what to do. A fault of ours carries its number. */
export function Problem({ error, children }: ProblemProps) {
  const t = useWords('parts')
  if (!error) return null
  const problem = error instanceof ProblemError ? error : undefined
  const ours = problem?.code === 'unreachable' ? 'unreachable' : 'fault'
  return (
    <div className={style.problem} role="alert">
      <p className={style.what}>
        {problem?.title ?? t(`problem.${ours}.what`)}
        {problem?.number && <span className={style.number}>{t('problem.number', { number: problem.number })}</span>}
      </p>
      <p>{problem?.detail ?? t(`problem.${ours}.then`)}</p>
      {problem?.code === 'not-signed-in' && <p>{t('problem.session')}</p>}
      {children && <div className={style.more}>{children}</div>}
    </div>
  )
}
