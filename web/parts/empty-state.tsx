import type { ReactNode } from 'react'
import style from './empty-state.module.css'

interface EmptyStateProps {
  /** Why it is empty. */
  readonly why: string
  /** What comes of filling it. */
  readonly gain?: string
  /** The first step: a button or a link. */
  readonly children?: ReactNode
}

/** An empty place says why it is empty and offers the first step. */
export function EmptyState({ why, gain, children }: EmptyStateProps) {
  return (
    <div className={style.empty}>
      <p className={style.why}>{why}</p>
      {gain && <p>{gain}</p>}
      {children && <div className={style.step}>{children}</div>}
    </div>
  )
}
