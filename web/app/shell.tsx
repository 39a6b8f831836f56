import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { EraDate } from '../parts/day.tsx'
import { Go } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { SampleMark } from '../parts/sample-mark.tsx'
import { Brand } from './brand.tsx'
import { useWords } from './i18n.ts'
import { administration, isAt, type Place, places, useOpenPlaces } from './nouns.ts'
import { Saved } from './saved.tsx'
import { useSession } from './session.ts'
import style from './shell.module.css'
import { useSignOut } from './sign-out.ts'
import { useFocusOnChange } from './use-focus-on-change.ts'

/** The frame of every page behind the door: nouns at the left (at the bottom on a phone), who and when at the top. */
export function Shell() {
  const t = useWords('app')
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useFocusOnChange(path)
  return (
    <div className={style.app}>
      <a className={style.skip} href="#main">
        {t('skip')}
      </a>
      <Side />
      <div className={style.column}>
        <Top />
        <main id="main" ref={main} className={style.main} tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Tabs />
    </div>
  )
}

function Side() {
  const t = useWords('app')
  return (
    <nav className={style.side} aria-label={t('nav.main')}>
      <div>
        <Go className={style.brand} href="/">
          <Brand />
        </Go>
        <PlaceList places={places} />
        <h2 className={style.group}>{t('nav.admin')}</h2>
        <PlaceList places={administration} quiet />
      </div>
    </nav>
  )
}

function PlaceList({ places, quiet }: { readonly places: readonly Place[]; readonly quiet?: boolean }) {
  const shown = useOpenPlaces(places)
  return (
    <ul data-quiet={quiet || undefined}>
      {shown.map((place) => (
        <li key={place.href}>
          <PlaceLink place={place} />
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({ place }: { readonly place: Place }) {
  const t = useWords('app')
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <Go href={place.href} aria-current={isAt(place, path) ? 'page' : undefined}>
      {t(place.word)}
    </Go>
  )
}

function Top() {
  const t = useWords('app')
  const { facility, account, today } = useSession()
  const signOut = useSignOut()
  return (
    <header className={`${style.top} print-keep`}>
      <span className={style.phoneBrand}>
        <Brand />
      </span>
      {facility.sample && <SampleMark />}
      <span>{facility.name}</span>
      <EraDate day={today} />
      <span className={style.who}>
        <Saved />
        <span className={style.name}>{account.displayName}</span>
        <button type="button" onClick={() => signOut.mutate()}>
          {t('nav.signOut')}
        </button>
      </span>
    </header>
  )
}

function Tabs() {
  const t = useWords('app')
  const shown = useOpenPlaces(places)
  return (
    <nav className={style.tabs} aria-label={t('nav.main')}>
      {[...shown, { href: '/others', word: 'nav.others' } as const].map((place) => (
        <PlaceLink key={place.href} place={place} />
      ))}
    </nav>
  )
}
