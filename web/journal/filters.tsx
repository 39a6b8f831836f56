import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FocusEvent } from 'react'
import { type Day, isDay, parseDay } from '#shared'
import { useWords } from '../app/i18n.ts'
import type { Search } from '../app/router.tsx'
import { useMay } from '../app/session.ts'
import { DayInput } from '../parts/day.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { actGroups } from './act-groups.ts'
import { filterAddress, filterOf } from './filter.ts'
import style from './journal.module.css'
import { peopleQuery } from './queries.ts'

/** What, who, on which day; the choice stands in the address, so that the list can be sent to somebody. */
export function Filters({ search }: { readonly search: Search }) {
  const t = useWords('journal')
  const go = useGo()
  const mayReadPeople = useMay('account.read')
  const { data: people } = useQuery({ ...peopleQuery, enabled: mayReadPeople })
  const day = search.day && isDay(search.day) ? (search.day as Day) : undefined
  const leaveDay = ({ target }: FocusEvent<HTMLElement>) => {
    const text = (target as unknown as HTMLInputElement).value
    const understood = parseDay(text)
    if (understood !== day && (understood || text.trim() === '')) go(filterAddress(search, { day: understood }))
  }
  return (
    <section className={style.filters} aria-label={t('filter')}>
      <NativeSelect
        label={t('filter.act')}
        value={search.act ?? ''}
        onChange={(event) => go(filterAddress(search, { act: event.currentTarget.value }))}
      >
        <option value="">{t('filter.all')}</option>
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the box inside being left */}
      <div
        onBlur={leaveDay}
        onKeyDown={(event) => event.key === 'Enter' && (event.target as unknown as HTMLElement).blur()}
      >
        <DayInput label={t('filter.day')} key={day ?? 'none'} value={day} onChange={() => undefined} description="" />
      </div>
      {Object.keys(filterOf(search)).length > 0 && <GoButton href="/journal">{t('filter.off')}</GoButton>}
    </section>
  )
}
