import { useRouterState } from '@tanstack/react-router'
import type { Action } from '#access/contract'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { Go } from '../parts/go.tsx'
import style from './signature.module.css'

const places = [
  { href: '/signatures', word: 'place.verify', action: 'signature.verify' },
  { href: '/signatures/trust', word: 'place.trust', action: 'trust.read' },
  { href: '/signatures/cards', word: 'place.cards', action: 'card.read' },
] as const satisfies readonly { readonly href: string; readonly word: string; readonly action: Action }[]

/** The pages of 電子署名, for those who may enter them. */
export function SubPlaces() {
  const t = useWords('cards')
  const { may } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const shown = places.filter(({ action }) => may.includes(action))
  if (shown.length < 2) return null
  return (
    <nav className={style.places} aria-label={t('place.of')}>
      {shown.map(({ href, word }) => (
        <Go key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {t(word)}
        </Go>
      ))}
    </nav>
  )
}
