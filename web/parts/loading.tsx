import { useEffect, useState } from 'react'
import { useWords } from '../app/i18n.ts'
import style from './loading.module.css'

// Shorter waits are not worth a flicker.
const PATIENCE_MS = 1000

interface LoadingProps {
  /** What is being done, in a sentence: 「269項目を判定しています。」 */
  readonly doing?: string
  readonly done?: number
  readonly of?: number
}

/** Says what is being done, and how far, once it has taken more than a second. */
export function Loading({ doing, done, of }: LoadingProps) {
  const t = useWords('parts')
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={style.loading} role="status" aria-busy="true">
      {late && <p>{doing ?? t('loading')}</p>}
      {late && of !== undefined && <progress value={done ?? 0} max={of} aria-label={doing ?? t('loading')} />}
      {late && of !== undefined && <p>{t('loading.far', { done: done ?? 0, of })}</p>}
    </div>
  )
}
