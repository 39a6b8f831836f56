import { useWords } from '../app/i18n.ts'
import style from './sample-mark.module.css'

/** 見本 — stands on every page and paper of the sample facility. */
export function SampleMark() {
  const t = useWords('app')
  return (
    <span className={style.sample} title={t('sample.meaning')}>
      {t('sample')}
    </span>
  )
}
