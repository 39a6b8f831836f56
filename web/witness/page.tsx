import { useSuspenseQuery } from '@tanstack/react-query'
import type { WitnessingView } from '#federation/contract'
import { type Say, useWords } from '../app/i18n.ts'
import { PageHead } from '../parts/page.tsx'
import { OurWitnesses } from './our-witnesses.tsx'
import { witnessingQuery } from './queries.ts'
import { WatchedLogs } from './watched-logs.tsx'

/** 立会い — who witnesses our journal and how far, and whose journals we witness. */
export function WitnessPage() {
  const t = useWords('witness')
  const { data } = useSuspenseQuery(witnessingQuery)
  return (
    <>
      <PageHead title={t('title')} lead={leadOf(data, t)} basis={t('basis')} />
      <OurWitnesses view={data} />
      <WatchedLogs view={data} />
    </>
  )
}

function leadOf({ log, witnessed, witnesses }: WitnessingView, t: Say<'witness'>): string {
  if (witnesses.length === 0) return t('lead.none')
  if (!witnessed || !log) return t('lead.waiting')
  const figures = { all: log.durableSize.toLocaleString('en-US'), seen: witnessed.size.toLocaleString('en-US') }
  return witnessed.size === log.durableSize ? t('lead.all', figures) : t('lead.behind', figures)
}
