import type { ReactNode } from 'react'
import { type ProblemCode, ProblemError } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import style from './problem.module.css'

interface ProblemProps {
  readonly error: unknown
  /** What to press now. */
  readonly children?: ReactNode
}

const known: readonly ProblemCode[] = [
  'unreachable',
  'conflict',
  'not-signed-in',
  'read-only',
  'not-permitted',
  'not-found',
]
type Known = 'unreachable' | 'conflict' | 'not-signed-in' | 'read-only' | 'not-permitted' | 'not-found' | 'fault'

/** An error in three sentences: what happened, what is safe, what to do. A fault of ours carries its number. */
export function Problem({ error, children }: ProblemProps) {
  const t = useWords('parts')
  if (!error) return null
  const problem = error instanceof ProblemError ? error : undefined
  const kind = kindOf(problem)
  return (
    <div className={style.problem} role="alert">
      <p className={style.what}>
        {problem?.detail ?? (kind ? t(`problem.${kind}.what`) : t('problem.fault.what'))}
        {problem?.number && <span className={style.number}>{t('problem.number', { number: problem.number })}</span>}
      </p>
      {kind && <p>{t(`problem.${kind}.then`)}</p>}
      {children && <div className={style.acts}>{children}</div>}
    </div>
  )
}

/** A refusal whose sentence already says what to do (a weak password, a wrong code) needs no second paragraph. */
function kindOf(problem: ProblemError | undefined): Known | undefined {
  if (!problem || problem.code === 'fault') return 'fault'
  return known.includes(problem.code) ? (problem.code as Known) : undefined
}
