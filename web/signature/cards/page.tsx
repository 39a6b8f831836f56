import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { StaffCardsView } from '#signature/contract'
import { type Say, useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { GoButton } from '../../parts/go.tsx'
import { PageHead, Section } from '../../parts/page.tsx'
import style from '../signature.module.css'
import { SubPlaces } from '../sub-places.tsx'
import { Card } from './card.tsx'
import { ListButton } from './list-button.tsx'
import { cardsQuery } from './queries.ts'
import { RegisterForm } from './register-form.tsx'

/** カード台帳 — who signs with what, and what ends when. */
export function CardsPage() {
  const t = useWords('cards')
  const search = useSearch({ strict: false })
  const { data } = useSuspenseQuery(cardsQuery)
  const { cards, may, renewalDays } = data
  const replaced = cards.find(({ cardId }) => cardId === search.replaces)
  if (may.write && (search.new !== undefined || replaced))
    return (
      <>
        <PageHead
          title={replaced ? t('register.successor', { name: replaced.holder.name }) : t('register.title')}
          lead={t('register.lead')}
        />
        <RegisterForm key={replaced?.cardId} view={data} replaced={replaced} />
      </>
    )
  const register = may.write && <GoButton href="/signatures/cards?new=1">{t('register.open')}</GoButton>
  return (
    <>
      <PageHead title={t('title')} lead={leadOf(data, t)} basis={t('basis', { days: renewalDays })}>
        {cards.length > 0 && (
          <>
            {register}
            <ListButton />
          </>
        )}
      </PageHead>
      <SubPlaces />
      <Section title={t('list')}>
        {cards.length === 0 ? (
          <EmptyState why={t('none')} gain={t('noneGain')}>
            {register}
          </EmptyState>
        ) : (
          <ul className={style.list}>
            {cards.map((card) => (
              <Card key={card.cardId} card={card} mayWrite={may.write} />
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function leadOf({ cards }: StaffCardsView, t: Say<'cards'>): string {
  const count = (...states: readonly string[]) => cards.filter(({ state }) => states.includes(state)).length
  const said = [
    t('lead.all', { count: count('in-use', 'soon', 'expired') }),
    count('expired') > 0 && t('lead.expired', { count: count('expired') }),
    count('soon') > 0 && t('lead.soon', { count: count('soon') }),
    count('lost') > 0 && t('lead.lost', { count: count('lost') }),
  ]
  return said.filter(Boolean).join('')
}
