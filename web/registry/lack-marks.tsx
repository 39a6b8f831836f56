import { useWords } from '../app/i18n.ts'
import style from './registry.module.css'
import type { Lack } from './standing.ts'

const shapes: Readonly<Record<Lack, string>> = { 'no-owner': '▲', 'owner-left': '▲', 'owner-unknown': '？', stale: '◷' }

/** 「▲ 責任者なし」「◷ 確かめ直し」 — shape and word, so that it can be read in black and white. */
export function LackMarks({ lacks }: { readonly lacks: readonly Lack[] }) {
  const t = useWords('registry')
  return lacks.map((lack) => (
    <span key={lack} className={style.lack} data-lack={lack}>
      <span aria-hidden="true">{shapes[lack]} </span>
      {t(`lack.${lack}`)}
    </span>
  ))
}
