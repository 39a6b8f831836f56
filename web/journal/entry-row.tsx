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

interface EntryRowProps {
  readonly entry: Entry
  readonly search: Search
}

/** One entry as a sentence: when, who, what, about what; its particulars are opened when they are asked for. */
export function EntryRow({ entry, search }: EntryRowProps) {
  const t = useWords('journal')
  const [open, setOpen] = useState(false)
  const { at, sentence, outcome } = entry
  return (
    <li className={style.entry} data-outcome={outcome}>
      <span className={style.at}>
        <Time at={at} />
      </span>
      <span className={style.who}>
        <Actor entry={entry} search={search} />
      </span>
      <details className={style.what} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>
            {sentence}
            <About entry={entry} />
            {outcome && outcome !== 'done' && <b> ▲ {t(`outcome.${outcome}`)}</b>}
          </span>
        </summary>
        {open && <EntryDetail entry={entry} />}
      </details>
    </li>
  )
}

/** Who did it; pressed, the list shows what else they did. */
function Actor({ entry: { actor, actorName }, search }: EntryRowProps) {
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
