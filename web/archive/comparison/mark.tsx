import type { ComparedPage } from '#archive/contract'
import { useWords } from '../../app/i18n.ts'
import style from './comparison.module.css'

const signs = { same: '＝', changed: '≠', removed: '－', added: '＋', unknown: '？' } as const

/** 違いの印 — a sign and a word, never a colour alone. */
export function Mark({ mark }: { readonly mark: ComparedPage['mark'] }) {
  const t = useWords('archive')
  return (
    <span className={style.mark} data-mark={mark}>
      <span aria-hidden="true">{signs[mark]}</span> {t(`compare.${mark}`)}
    </span>
  )
}
