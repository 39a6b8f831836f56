import { useState } from 'react'
import { itemKinds } from '#registry/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import type { Search } from '../app/router.tsx'
import { Go } from '../parts/go.tsx'
import { Time } from '../parts/time.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { filterAddress } from './filter.ts'
import style from './journal.module.css'
import { isItemKind, itemIn } from './particulars.ts'
import type { Entry } from './queries.ts'
import type { Run } from './runs.ts'

interface EntryRowProps {
  readonly run: Run
  readonly search: Search
}

/** One entry, or a run of them, as a sentence: when, who, what, about what; the particulars open when asked for. */
export function EntryRow({ run: { newest, entries }, search }: EntryRowProps) {
  const t = useWords('journal')
  const [open, setOpen] = useState(false)
  const { at, sentence, outcome } = newest
  return (
    <li className={style.entry} data-outcome={outcome}>
      <span className={style.at}>
        <Time at={at} />
      </span>
      <span className={style.who}>
        <Actor entry={newest} search={search} />
      </span>
      <details className={style.what} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>
            {sentence}
            <About entry={newest} />
            {outcome && outcome !== 'done' && <b> ▲ {t(`outcome.${outcome}`)}</b>}
            {entries.length > 1 && <span className={style.times}>{t('times', { count: entries.length })}</span>}
          </span>
        </summary>
        {open && entries.length === 1 && <EntryDetail entry={newest} />}
        {open && entries.length > 1 && (
          <ol className={style.run}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Time at={entry.at} />
                <EntryDetail entry={entry} />
              </li>
            ))}
          </ol>
        )}
      </details>
    </li>
  )
}

interface ActorProps {
  readonly entry: Entry
  readonly search: Search
}

/** Who did it; pressed, the list shows what else they did. */
function Actor({ entry: { actor, actorName }, search }: ActorProps) {
  const t = useWords('journal')
  if (actor.kind !== 'account') return t(`actor.${actor.kind}`)
  if (!actor.id) return t('actor.unnamed')
  const name = actorName ?? t('actor.unnamed')
  return (
    <Go href={filterAddress(search, { person: actor.id })} aria-label={t('actor.only', { name })}>
      {name}
    </Go>
  )
}

function About({ entry }: { readonly entry: Entry }) {
  const t = useWords('journal')
  const say = useBilingual()
  const item = itemIn(entry)
  if (!item) return null
  if (!isItemKind(item.kind)) return <> — {t('about.practices')}</>
  const kind = say(itemKinds[item.kind].words)
  return <> — {item.name ? t('about.item', { kind, name: item.name }) : kind}</>
}
