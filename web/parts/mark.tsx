import { useWords } from '../app/i18n.ts'
import style from './mark.module.css'

/** 番号 未照合 — what has not been compared with the official document carries this mark wherever it is shown. */
export function Mark() {
  const t = useWords('parts')
  return (
    <span className={style.mark} title={t('mark.meaning')}>
      {t('mark')}
    </span>
  )
}
