import type { VersionView } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Time } from '../../parts/time.tsx'
import { FindingLines } from './findings.tsx'
import style from './scan.module.css'

/** 読取りの記録 — from which paper a version came, and what was found and answered. */
export function ScanRecordLines({ scan }: { readonly scan: NonNullable<VersionView['scan']> }) {
  const t = useWords('scan')
  const language = useLanguage()
  const { scanCase, declaredPages, paperAt, dispensedAt, dueAt, late, keptAt, findings, remark } = scan
  return (
    <section aria-label={t('record.title')} className={style.record}>
      <p>{t('record.case', { scanCase: t(`case.${scanCase}`), count: declaredPages })}</p>
      {paperAt !== undefined && (
        <p>
          {t('fact.paperAt')} <Time at={paperAt} />
        </p>
      )}
      {dispensedAt !== undefined && (
        <p>
          {t('fact.dispensedAt')} <Time at={dispensedAt} />
        </p>
      )}
      {dueAt !== undefined && (
        <p data-overdue={late || undefined}>
          {t(late ? 'record.late' : 'record.until')} <Time at={dueAt} />
        </p>
      )}
      {keptAt !== undefined && <p>{t('record.keptAt', { keptAt })}</p>}
      {findings.length > 0 && <FindingLines findings={findings} language={language} />}
      {remark !== undefined && <p>{t('record.remark', { remark })}</p>}
    </section>
  )
}
