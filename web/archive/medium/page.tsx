import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Opening } from '../../parts/opening.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import style from './medium.module.css'
import { Medium } from './medium.tsx'
import { MediumForm } from './medium-form.tsx'
import { mediaQuery } from './queries.ts'

/** 記録媒体の台帳 — what asks for something to be done first. */
export function MediaPage() {
  const t = useWords('medium')
  const { data } = useSuspenseQuery(mediaQuery)
  const inUse = data.media.filter((one) => one.inUse)
  const asking = inUse.filter(({ concerns }) => concerns.length > 0).length
  const count = inUse.length
  const lead = count === 0 ? t('lead') : t(asking === 0 ? 'lead.calm' : 'lead.count', { count, asking })
  return (
    <>
      <PageHead title={t('title')} lead={lead} basis={t('basis')} />
      {data.may.write && (
        <Opening label={t('register.open')}>
          <MediumForm today={data.today} />
        </Opening>
      )}
      <Section title={t('list.title')} note={t('list.count', { count: data.media.length })}>
        {data.media.length === 0 ? (
          <EmptyState why={t('list.none')} gain={t('list.noneGain')} />
        ) : (
          <ol className={style.media}>
            {data.media.map((one) => (
              <Medium key={one.mediumId} medium={one} today={data.today} mayWrite={data.may.write} />
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}
