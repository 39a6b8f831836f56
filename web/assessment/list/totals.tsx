import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { baseOf } from '../counts.ts'
import type { Desk } from '../use-desk.ts'
import { addressOf, type Kind } from '../view.ts'
import style from './totals.module.css'

/** How it stands, each figure with its base. 最低限 and 推奨 stand apart and are never added. */
export function Totals({ desk }: { readonly desk: Desk }) {
  return (
    <span className={style.totals}>
      <Total desk={desk} kind="C" />
      <Total desk={desk} kind="D" />
    </span>
  )
}

function Total({ desk, kind }: { readonly desk: Desk; readonly kind: Kind }) {
  const t = useWords('assessment')
  const counts = desk.assessment.counts[kind]
  const isShown = desk.view.kind === kind
  return (
    <Go
      className={style.total}
      href={addressOf({ kind, shown: desk.view.shown, typed: '' })}
      aria-current={isShown ? 'true' : undefined}
    >
      <b>{t(`total.${kind}`, { all: baseOf(counts), met: counts.met })}</b>
      <small>{t('total.apart', { count: counts['not-applicable'] })}</small>
    </Go>
  )
}
