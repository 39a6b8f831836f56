import type { State as StateName } from '#assessment/contract'
import { useWords } from '../app/i18n.ts'
import style from './state.module.css'

const shapes: Readonly<Record<StateName, string>> = {
  met: '●',
  'not-met': '▲',
  unknown: '？',
  'not-applicable': '－',
}

/** 状態 — shape, word and colour, always all three: it can be read in black and white and by any eye. */
export function State({ state, size }: { readonly state: StateName; readonly size?: 'large' }) {
  const t = useWords('parts')
  return (
    <span className={style.state} data-state={state} data-size={size}>
      <span aria-hidden="true">{shapes[state]}</span>
      {t(`state.${state}`)}
    </span>
  )
}
