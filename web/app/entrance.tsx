import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Loading } from '../parts/loading.tsx'
import { SampleMark } from '../parts/sample-mark.tsx'
import { Brand } from './brand.tsx'
import style from './entrance.module.css'
import { speak, useLanguage, useWords } from './i18n.ts'
import { statusQuery } from './session.ts'

/** The sheet before the door: sign-in, first run and invitation stand on it. */
export function Entrance() {
  return <Ground />
}

/** The same for tables that somebody came to read. */
export function WideEntrance() {
  return <Ground isWide />
}

function Ground({ isWide }: { readonly isWide?: boolean }) {
  return (
    <div className={style.ground} data-wide={isWide}>
      <Suspense fallback={<Loading />}>
        <Head />
        <main id="main" className={style.sheet}>
          <Outlet />
        </main>
      </Suspense>
    </div>
  )
}

function Head() {
  const t = useWords('app')
  const language = useLanguage()
  const { data: status } = useSuspenseQuery(statusQuery)
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <header className={`${style.head} print-keep`}>
      <span className={style.brand}>
        <Brand />
      </span>
      {status.sample && <SampleMark />}
      <span>{status.facilityName}</span>
      <button type="button" lang={other} onClick={() => speak(other)}>
        {t('language.other')}
      </button>
    </header>
  )
}
