import { Button } from '@mantine/core'
import { Go } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { useWords } from './i18n.ts'
import { administration, useOpenPlaces } from './nouns.ts'
import style from './others-page.module.css'
import { useSignOut } from './sign-out.ts'

/** ほか — on a phone, everything that does not fit into the row at the bottom. */
export function OthersPage() {
  const t = useWords('app')
  const signOut = useSignOut()
  const shown = useOpenPlaces(administration)
  return (
    <>
      <PageHead title={t('nav.others')} />
      <ul className={style.list}>
        {shown.map((place) => (
          <li key={place.href}>
            <Go href={place.href}>{t(place.word)}</Go>
          </li>
        ))}
      </ul>
      <Button onClick={() => signOut.mutate()}>{t('nav.signOut')}</Button>
    </>
  )
}
