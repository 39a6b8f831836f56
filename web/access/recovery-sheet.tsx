import { Button } from '@mantine/core'
import { useWords } from '../app/i18n.ts'
import { Acts } from '../parts/form.tsx'
import style from './access.module.css'

/** 復旧の紙 — with it, and only with it, the data can be opened again when the key of this machine is lost. */
export function RecoverySheet({ code }: { readonly code: string }) {
  const t = useWords('access')
  return (
    <section className={`${style.slip} print-alone`} aria-label={t('recovery.title')}>
      <b>{t('recovery.title')}</b>
      <p>{t('recovery.text')}</p>
      <p className={style.code}>{code}</p>
      <Acts>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </Acts>
    </section>
  )
}
