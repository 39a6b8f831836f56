import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { OwnSheets } from './own-sheets.tsx'
import { openOwn } from './queries.ts'
import { type Person, WhoAnswers } from './who-answers.tsx'

/** 事業者の回答 — what a supplier sees who opens its link: its own questions, and nothing else of the house. */
export function AnswerPage() {
  const t = useWords('supplier')
  // The token stands behind the #: no browser sends it, so it is in no log.
  const token = window.location.hash.slice(1)
  const [person, setPerson] = useState<Person>()
  const { data, error } = useQuery({
    queryKey: ['own', token],
    queryFn: () => openOwn(token),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (token === '') return <PageHead title={t('title')} lead={t('own.noLink')} />
  if (error)
    return (
      <>
        <PageHead title={t('title')} />
        <Problem error={error} />
      </>
    )
  if (!data) return <Loading />
  const { facility, supplierName, sheets } = data
  if (sheets.length === 0) return <PageHead title={t('own.title', { facility })} lead={t('own.none')} />
  if (!person)
    return (
      <>
        <PageHead title={t('own.title', { facility })} lead={t('own.lead', { supplier: supplierName })} />
        <WhoAnswers onStart={setPerson} />
      </>
    )
  return <OwnSheets view={data} person={person} token={token} />
}
