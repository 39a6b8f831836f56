import type { KeyboardEvent } from 'react'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { GoButton } from '../../parts/go.tsx'
import { baseOf, countsOf } from '../counts.ts'
import { sectionText } from '../number.tsx'
import { useResponsible } from '../responsible.ts'
import type { Desk } from '../use-desk.ts'
import { addressOf } from '../view.ts'
import style from './requirement-list.module.css'
import { RequirementRow } from './requirement-row.tsx'
import { TermsFound } from './terms-found.tsx'

/** The requirements of the view, what weighs most first; the arrow keys walk through them. */
export function RequirementList({ desk, narrow }: { readonly desk: Desk; readonly narrow?: boolean }) {
  const t = useWords('assessment')
  const responsibleFor = useResponsible()
  const asked = desk.rows.filter((row) => row.asked).length
  return (
    <section className={style.list} data-narrow={narrow || undefined} aria-label={t('list')}>
      <PlaceHead desk={desk} />
      <p className={style.sum} role="status">
        {t('list.sum', { shown: t(`shown.${desk.view.shown}`, { count: asked }) })}
        {desk.view.typed !== '' && t('list.found', { typed: desk.view.typed })}
      </p>
      <TermsFound terms={desk.terms} />
      {asked === 0 && <Nothing desk={desk} />}
      <ul className={style.rows} onKeyDown={walk}>
        {desk.rows.map((row) => (
          <RequirementRow
            key={row.requirement.id}
            row={row}
            href={addressOf(desk.view, row.requirement.id)}
            isOpen={desk.opened?.id === row.requirement.id}
            responsible={responsibleFor(row.gap?.about)}
          />
        ))}
      </ul>
    </section>
  )
}

/** The chapter or section that was chosen, with its own figures. */
function PlaceHead({ desk }: { readonly desk: Desk }) {
  const t = useWords('assessment')
  const say = useBilingual()
  const language = useLanguage()
  const { view, chapters } = desk
  const place = chapters.flatMap((chapter) => [chapter, ...chapter.sections]).find(({ id }) => id === view.place)
  if (!place) return null
  const counts = countsOf(desk.inAllStates)
  return (
    <h2 className={style.place}>
      {sectionText(place.id, language)}　{say(place.title)}
      {view.typed === '' && <small>{t(`total.${view.kind}`, { all: baseOf(counts), met: counts.met })}</small>}
    </h2>
  )
}

/** Why nothing is listed, and the way on. */
function Nothing({ desk }: { readonly desk: Desk }) {
  const t = useWords('assessment')
  const { view } = desk
  if (view.typed !== '')
    return (
      <EmptyState why={t('empty.search', { typed: view.typed })} gain={t('empty.searchGain')}>
        <GoButton href={addressOf({ ...view, typed: '', shown: 'open' })}>{t('empty.searchStep')}</GoButton>
      </EmptyState>
    )
  return (
    <EmptyState why={t(view.shown === 'open' ? 'empty.open' : 'empty.state')} gain={t('empty.gain')}>
      <GoButton href={addressOf({ ...view, shown: 'all' })}>{t('empty.step')}</GoButton>
    </EmptyState>
  )
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = steps[event.key]
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('li > a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (!step || at < 0) return
  event.preventDefault()
  links[step(at, links.length - 1)]?.focus()
}
