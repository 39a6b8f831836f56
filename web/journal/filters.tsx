import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FocusEvent } from 'react'
import { isDay, parseDay } from '#shared'
import { useWords } from '../app/i18n.ts'
import type { Search } from '../app/router.tsx'
import { useMay } from '../app/session.ts'
import { DayInput } from '../parts/day.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { actGroups } from './act-groups.ts'
import { filterAddress, filterOf } from './filter.ts'
import style from './journal.module.css'
import { peopleQuery } from './queries.ts'

// The acts of a review of the log stand in the address; the list of nouns has no place for them.
const OWN = 'own'

/** What, who, from which day to which; the choice stands in the address, so that the list can be sent to somebody. */
export function Filters({ search }: { readonly search: Search }) {
  const t = useWords('journal')
  const go = useGo()
  const mayReadPeople = useMay('account.read')
  const { data: people } = useQuery({ ...peopleQuery, enabled: mayReadPeople })
  const group = actGroups.find((one) => one === search.act)
  return (
    <section className={style.filters} aria-label={t('filter')}>
      <NativeSelect
        label={t('filter.act')}
        value={search.act ? (group ?? OWN) : ''}
        onChange={({ currentTarget: { value } }) => value !== OWN && go(filterAddress(search, { act: value }))}
      >
        <option value="">{t('filter.all')}</option>
        {search.act && !group && <option value={OWN}>{t('filter.some')}</option>}
        {actGroups.map((group) => (
          <option key={group} value={group}>
            {t(`act.${group}`)}
          </option>
        ))}
      </NativeSelect>
      {people && (
        <NativeSelect
          label={t('filter.person')}
          value={search.person ?? ''}
          onChange={(event) => go(filterAddress(search, { person: event.currentTarget.value }))}
        >
          <option value="">{t('filter.everyone')}</option>
          {people.accounts.map(({ accountId, displayName }) => (
            <option key={accountId} value={accountId}>
              {displayName}
            </option>
          ))}
        </NativeSelect>
      )}
      <DayBox search={search} end="from" />
      <DayBox search={search} end="until" />
      {Object.keys(filterOf(search)).length > 0 && <GoButton href="/journal">{t('filter.off')}</GoButton>}
    </section>
  )
}

/** One end of the time that is shown; a list of one day has the same day at both. */
function DayBox({ search, end }: { readonly search: Search; readonly end: 'from' | 'until' }) {
  const t = useWords('journal')
  const go = useGo()
  const { from = search.day, until = search.day } = search
  const shown = { from, until }[end]
  const day = shown && isDay(shown) ? shown : undefined
  const leave = ({ target }: FocusEvent<HTMLElement>) => {
    const text = (target as unknown as HTMLInputElement).value
    const understood = parseDay(text)
    if (understood === day || (!understood && text.trim() !== '')) return
    go(filterAddress({ ...search, from, until, day: undefined }, { [end]: understood }))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the box inside being left
    <div onBlur={leave} onKeyDown={(event) => event.key === 'Enter' && (event.target as unknown as HTMLElement).blur()}>
      <DayInput label={t(`filter.${end}`)} key={day ?? 'none'} value={day} onChange={() => undefined} description="" />
    </div>
  )
}
