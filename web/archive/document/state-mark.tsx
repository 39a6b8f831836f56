import { useWords } from '../../app/i18n.ts'
import style from './document.module.css'

interface StateMarkProps {
  readonly confirmed: boolean
  readonly waiting: boolean
}

/** 確定・未確定・訂正中・取り下げ, by sign and word, not by colour alone. */
export function StateMark({ confirmed, waiting }: StateMarkProps) {
  const t = useWords('archive')
  const settled = confirmed ? 'confirmed' : 'withdrawn'
  const state = waiting ? (confirmed ? 'correcting' : 'draft') : settled
  const shape = { confirmed: '●', draft: '○', correcting: '◐', withdrawn: '×' }[state]
  return (
    <span className={style.state} data-state={state}>
      <span aria-hidden="true">{shape} </span>
      {t(`state.${state}`)}
    </span>
  )
}
