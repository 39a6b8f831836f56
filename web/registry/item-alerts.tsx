import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../app/i18n.ts'
import { Problem } from '../parts/problem.tsx'
import { Conflict } from './conflict.tsx'
import style from './item.module.css'
import type { Autosave } from './use-autosave.ts'

/** What keeps the input from being saved. A conflict or a failure is brought into view, wherever one is writing. */
export function ItemAlerts({ autosave }: { readonly autosave: Autosave }) {
  const t = useWords('registry')
  const place = useRef<HTMLDivElement>(null)
  const { issues, error, theirs } = autosave
  const grave = theirs !== undefined || (issues.length === 0 && Boolean(error))
  useEffect(() => {
    if (grave) place.current?.scrollIntoView({ block: 'center' })
  }, [grave])
  return (
    <div ref={place}>
      {issues.length > 0 && (
        <p className={style.wrong} role="status">
          {t('item.wrong', { count: issues.length })}
        </p>
      )}
      {issues.length === 0 && (
        <Problem error={error}>
          <Button onClick={autosave.saveAgain}>{t('item.saveAgain')}</Button>
        </Problem>
      )}
      {theirs && <Conflict autosave={autosave} theirs={theirs} />}
    </div>
  )
}
