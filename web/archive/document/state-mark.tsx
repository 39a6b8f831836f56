import { useWords } from '../../app/i18n.ts'
import style from './document.module.css'

interface StateMarkProps {
  readonly confirmed: boolean
  readonly waiting: boolean
}

/** 確定・未確定・訂正中, by sign and word, not by colour alone. */
export function StateMark({ confirmed, waiting }: StateMarkProps) {
  const t = useWords('archive')
  const state = waiting ? (confirmed ? 'correcting' : 'draft') : 'confirmed'
  const shape = { confirmed: '●', draft: '○', correcting: '◐' }[state]
  return (
    <span className={style.state} data-state={state}>
      <span aria-hidden="true">{shape} </span>
      {t(`state.${state}`)}
    </span>
  )
}
