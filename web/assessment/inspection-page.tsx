import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { InspectionFileView } from '#assessment/contract'
import { apiUrl } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import style from './inspection/inspection.module.css'
import { inspectionsQuery } from './inspection/queries.ts'
import { useMaking } from './inspection/use-making.ts'
import report from './report/report.module.css'
import table from './sheet/table.module.css'

/** 立入検査ファイル — makes what is shown at an inspection, says how far it is, and keeps those that were made. */
export function InspectionPage({ children }: { readonly children?: ReactNode }) {
  const t = useWords('assessment')
  const { data } = useSuspenseQuery(inspectionsQuery)
  const { step, isPending, error, mutate } = useMaking()
  return (
    <>
      <PageHead title={t('inspection')} lead={t('inspection.lead')} basis={t('inspection.basis')}>
        <GoButton href="/assessment">{t('report.back')}</GoButton>
        {data.may.make && (
          <Button variant="filled" loading={isPending} onClick={() => mutate()}>
            {t('inspection.make')}
          </Button>
        )}
      </PageHead>
      <Problem error={error} />
      {step && <Loading doing={step.sentence} done={step.number} of={step.of} />}
      <ul className={report.about}>
        <li>{t('inspection.content')}</li>
        <li>{t('inspection.honest')}</li>
        <li>{t('inspection.persons')}</li>
      </ul>
      {data.files.length === 0 ? (
        <EmptyState why={t('inspection.none')} gain={t('inspection.gain')} />
      ) : (
        <Section title={t('inspection.list')}>
          <Files files={data.files} />
        </Section>
      )}
      {children}
    </>
  )
}

function Files({ files }: { readonly files: readonly InspectionFileView[] }) {
  const t = useWords('assessment')
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{t('inspection.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspection.day')}</th>
          <th scope="col">{t('inspection.missing')}</th>
          <th scope="col">{t('inspection.by')}</th>
          <th scope="col">{t('inspection.open')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <File key={file.inspectionId} file={file} />
        ))}
      </tbody>
    </table>
  )
}

function File({ file }: { readonly file: InspectionFileView }) {
  const t = useWords('assessment')
  const { inspectionId, madeAt, madeBy, missing, sha256 } = file
  const place = `/inspection-files/${inspectionId}`
  return (
    <tr>
      <th scope="row">
        <Time at={madeAt} />
        <details className={style.sum}>
          <summary>{t('inspection.fingerprint')}</summary>
          <code>{sha256}</code>
        </details>
      </th>
      <td data-title={t('inspection.missing')}>
        {missing === 0 ? t('inspection.complete') : t('inspection.lacking', { count: missing })}
      </td>
      <td data-title={t('inspection.by')}>{madeBy}</td>
      <td data-title={t('inspection.open')} className={style.open}>
        <a href={apiUrl(`${place}/paper.pdf`)} target="_blank" rel="noreferrer">
          {t('inspection.paper')}
        </a>
        <a href={apiUrl(`${place}/folder.zip`)} download>
          {t('inspection.folder')}
        </a>
      </td>
    </tr>
  )
}
