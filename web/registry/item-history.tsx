import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { acts, type ItemHistory as History, sayField } from '#registry/contract'
import { api } from '../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { factText } from '../parts/fact-text.ts'
import { Loading } from '../parts/loading.tsx'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import style from './item.module.css'
import { type Entry, itemPath } from './queries.ts'
import { useFactSaying } from './use-saying.ts'

/** 履歴 — who changed what of the item, from what to what, and when. Asked for, since looking at persons is written down. */
export function ItemHistory({ entry }: { readonly entry: Entry }) {
  const t = useWords('registry')
  const [open, setOpen] = useState(false)
  return (
    <Section title={t('history.title')} id="history">
      {open ? <Told entry={entry} /> : <Button onClick={() => setOpen(true)}>{t('history.open')}</Button>}
    </Section>
  )
}

function Told({ entry }: { readonly entry: Entry }) {
  const path = `${itemPath(entry.kind, entry.id)}/history`
  const { data, error, isPending } = useQuery({
    queryKey: ['history', path, entry.version],
    queryFn: () => api.get<History>(path),
  })
  if (isPending) return <Loading />
  if (!data) return <Problem error={error} />
  return (
    <ol className={style.history}>
      {data.entries.map((each) => (
        <Step key={`${each.place.log} ${each.place.index}`} step={each} kind={entry.kind} />
      ))}
    </ol>
  )
}

interface StepProps {
  readonly step: History['entries'][number]
  readonly kind: Entry['kind']
}

function Step({ step, kind }: StepProps) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const say = useBilingual()
  const language = useLanguage()
  const saying = useFactSaying()
  const text = (field: string, value: unknown) => factText(kind, field, value, saying) || parts('fact.unknown')
  const told = step.changes.filter(({ field }) => field !== 'id')
  return (
    <li>
      <h3>
        <Time at={step.at} /> {step.name ?? t(step.actor === 'console' ? 'history.console' : 'history.system')}
        <small>{say(acts[step.act])}</small>
      </h3>
      {told.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              <th scope="col">{t('history.before')}</th>
              <th scope="col">{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{sayField(kind, field, language)}</th>
                <td data-title={t('history.before')}>{step.act === 'registry.created' ? '' : text(field, before)}</td>
                <td data-title={t('history.after')}>{text(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}
