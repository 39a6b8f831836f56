import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type LeavingView, posts, sayField } from '#registry/contract'
import { api } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { EraDate } from '../parts/day.tsx'
import { Go } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { tell } from '../parts/undo.tsx'
import style from './item.module.css'
import { type Entry, itemPath, useRegistry } from './queries.ts'
import type { Autosave } from './use-autosave.ts'

type Leave = NonNullable<LeavingView['leaving']>

/** 退職・異動の後始末 — accounts to be disabled and by when, posts nobody holds, and who takes over. */
export function Leaving({ autosave }: { readonly autosave: Autosave }) {
  const t = useWords('registry')
  const { stored } = autosave
  const { may } = useRegistry()
  const path = `${itemPath('person', stored.id)}/leaving`
  const { data, error } = useQuery({
    queryKey: ['leaving', stored.id, stored.version],
    queryFn: () => api.get<LeavingView>(path),
  })
  const leaving = data?.leaving
  if (!leaving) return <Problem error={error} />
  const done = leaving.accounts.state === 'stopped' && leaving.items.length === 0 && leaving.emptyPosts.length === 0
  return (
    <section className={style.leaving} aria-labelledby="leaving" data-done={done || undefined}>
      <h2 id="leaving">{t(done ? 'leaving.done' : 'leaving.title')}</h2>
      <ul>
        <Accounts leaving={leaving} />
        <Posts leaving={leaving} />
        <Items leaving={leaving} />
      </ul>
      {may.change && leaving.accounts.state !== 'stopped' && <Stopped autosave={autosave} />}
      {may.change && (leaving.items.length > 0 || leaving.emptyPosts.length > 0) && (
        <HandOver personId={stored.id} leaving={leaving} />
      )}
    </section>
  )
}

function Accounts({ leaving: { accounts, dueOn, daysLeft } }: { readonly leaving: Leave }) {
  const t = useWords('registry')
  if (accounts.state === 'stopped') {
    return (
      <li>
        <Sentence text={t('leaving.stopped')} parts={{ day: <EraDate day={accounts.on} /> }} />
      </li>
    )
  }
  const late = daysLeft !== undefined && daysLeft < 0
  return (
    <li>
      {t(`leaving.${accounts.state}`)}
      {accounts.state === 'usable' &&
        accounts.systems.map(({ id, name }) => (
          <span key={id}>
            {' '}
            <Go href={itemPath('system', id)}>{name}</Go>
          </span>
        ))}{' '}
      {dueOn && daysLeft !== undefined ? (
        <strong>
          <Sentence
            text={t(late ? 'leaving.late' : 'leaving.due', { count: Math.abs(daysLeft) })}
            parts={{ day: <EraDate day={dueOn} /> }}
          />
        </strong>
      ) : (
        t('leaving.noDue')
      )}
    </li>
  )
}

function Posts({ leaving: { emptyPosts } }: { readonly leaving: Leave }) {
  const t = useWords('registry')
  const language = useLanguage()
  if (emptyPosts.length === 0) return <li>{t('leaving.noPosts')}</li>
  const names = emptyPosts.map((post) => posts[post as keyof typeof posts][language === 'ja' ? 0 : 1])
  return <li>{t('leaving.posts', { posts: names.join(language === 'ja' ? '、' : ', ') })}</li>
}

function Items({ leaving: { items } }: { readonly leaving: Leave }) {
  const t = useWords('registry')
  const language = useLanguage()
  if (items.length === 0) return <li>{t('leaving.noItems')}</li>
  return (
    <li>
      {t('leaving.items', { count: items.length })}
      <ul>
        {items.map(({ kind, id, name, field }) => (
          <li key={`${kind}/${id}/${field}`}>
            <Go href={itemPath(kind, id)}>{name}</Go> {sayField(kind, field, language)}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Stopped({ autosave }: { readonly autosave: Autosave }) {
  const t = useWords('registry')
  const { today } = useSession()
  return <Button onClick={() => autosave.change('accountsStoppedOn', today)}>{t('leaving.stopToday')}</Button>
}

function HandOver({ personId, leaving }: { readonly personId: string; readonly leaving: Leave }) {
  const t = useWords('registry')
  const queryClient = useQueryClient()
  const { items } = useRegistry()
  const [to, setTo] = useState('')
  const [withPosts, setWithPosts] = useState(false)
  const isThere = ({ kind, id, item }: Entry) => kind === 'person' && id !== personId && item.state !== 'left'
  const give = useMutation({
    mutationFn: () =>
      api.post<{ items: number; posts: number }>(`${itemPath('person', personId)}/hand-over`, { to, posts: withPosts }),
    meta: { saves: true },
    onSuccess: async (given) => {
      tell(t('leaving.given', given))
      await queryClient.invalidateQueries()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (to !== '') give.mutate()
      }}
    >
      <NativeSelect label={t('leaving.successor')} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
        <option value="">{t('leaving.choose')}</option>
        {items.filter(isThere).map(({ id, item }) => (
          <option key={id} value={id}>
            {String(item.name ?? id)}
          </option>
        ))}
      </NativeSelect>
      {leaving.emptyPosts.length > 0 && (
        <Checkbox
          label={t('leaving.withPosts')}
          checked={withPosts}
          onChange={(event) => setWithPosts(event.currentTarget.checked)}
        />
      )}
      <Button type="submit" variant="filled" disabled={to === ''} loading={give.isPending}>
        {t('leaving.handOver')}
      </Button>
      <Problem error={give.error} />
    </form>
  )
}
