import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import type { Change } from '../../parts/use-change.ts'
import style from './said.module.css'

interface WithdrawProps {
  readonly change: Change<unknown>
  /** What follows from it. It cannot be undone, only said again, so it is told before. */
  readonly consequence: ReactNode
}

/** Takes a word back, in two presses: the first tells what follows. */
export function Withdraw({ change, consequence }: WithdrawProps) {
  const t = useWords('assessment')
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button onClick={() => setAsked(true)}>{t('withdraw')}</Button>
  return (
    <>
      <span className={style.consequence}>{consequence}</span>
      <Button color="shu" variant="outline" loading={change.isPending} onClick={() => change.mutate()}>
        {t('withdraw.now')}
      </Button>
      <Button onClick={() => setAsked(false)}>{t('withdraw.not')}</Button>
      <Problem error={change.error} />
    </>
  )
}
