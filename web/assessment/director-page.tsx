import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useLanguage, useWords } from '../app/i18n.ts'
import { GoButton } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import { ChargesButton } from './director/charges-button.tsx'
import { Decisions } from './director/decisions.tsx'
import style from './director/director.module.css'
import { directorPaper, directorQuery } from './director/queries.ts'
import { Questions } from './director/questions.tsx'
import { Standing } from './director/standing.tsx'
import { Money, Overdue } from './director/tasks.tsx'
import { TrendSection } from './director/trend.tsx'

/** 施設長の1枚 — how it stands, what to decide, what it costs, what is late, where it goes, what suppliers owe us. */
export function DirectorPage() {
  const t = useWords('director')
  return (
    <Suspense fallback={<Loading doing={t('loading')} />}>
      <Gathered />
    </Suspense>
  )
}

function Gathered() {
  const t = useWords('director')
  const language = useLanguage()
  const { data: page } = useSuspenseQuery(directorQuery(language))
  return (
    <>
      <PageHead title={t('title')} basis={t('basis')}>
        <GoButton href="/assessment">{t('back')}</GoButton>
        <ChargesButton whose="all" />
        <Button component="a" variant="filled" href={directorPaper(language)} target="_blank" rel="noreferrer">
          {t('pdf')}
        </Button>
      </PageHead>
      <p className={style.verdict}>{page.verdict.sentence}</p>
      <Standing page={page} />
      <Decisions page={page} />
      <Money money={page.money} />
      <Overdue overdue={page.overdue} />
      <TrendSection trend={page.trend} />
      <Questions questions={page.questions} />
    </>
  )
}
