import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Go } from '../../parts/go.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import { CorrectForm } from './correct-form.tsx'
import style from './document.module.css'
import { archiveGroundQuery, documentQuery } from './queries.ts'
import { StateMark } from './state-mark.tsx'
import { Version } from './version.tsx'

/** 文書 — its versions, newest first: who entered, approved and confirmed each, and what it holds. */
export function DocumentPage() {
  const t = useWords('archive')
  const say = useBilingual()
  const { documentId = '' } = useParams({ strict: false })
  const { data } = useSuspenseQuery(documentQuery(documentId))
  const { data: ground } = useSuspenseQuery(archiveGroundQuery)
  const kind = ground.kinds.find((one) => one.kind === data.kind)
  return (
    <>
      <PageHead
        title={data.title}
        lead={<StateMark confirmed={data.confirmed} waiting={data.waiting} />}
        basis={t('document.basis')}
      />
      <dl className={style.facts}>
        <dt>{t('fact.kind')}</dt>
        <dd>{kind ? say(kind) : data.kind}</dd>
        <dt>{t('fact.standing')}</dt>
        <dd>{t(`standing.${data.standing}`)}</dd>
        {data.patient !== undefined && (
          <>
            <dt>{t('fact.patient')}</dt>
            <dd>{data.patient}</dd>
          </>
        )}
        <dt>{t('fact.writtenOn')}</dt>
        <dd>
          <EraDate day={data.writtenOn} />
        </dd>
      </dl>
      <Section title={t('versions.title')} note={t('versions.count', { count: data.versions.length })}>
        {data.versions.length > 1 && data.destroyedAt === undefined && (
          <p>
            <Go href={`/archive/documents/${encodeURIComponent(documentId)}/comparison`}>{t('compare.open')}</Go>
          </p>
        )}
        <ol className={style.versions}>
          {data.versions.map((one) => (
            <Version key={one.version} documentId={documentId} version={one} />
          ))}
        </ol>
      </Section>
      {data.may.correct && (
        <Section title={t('correct.title')}>
          <CorrectForm documentId={documentId} ground={ground} />
        </Section>
      )}
    </>
  )
}
