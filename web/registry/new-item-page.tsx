import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { checkItem, nextId, sayIssue } from '#registry/contract'
import { api } from '../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './item.module.css'
import { kindOf } from './kind-groups.ts'
import { type Entry, itemPath, registryQuery, useRegistry, withEntry } from './queries.ts'

/** Stands in the address where the id will be; no id can be this. */
export const NEW_ITEM = '+'

/** A new item needs a name and an id, no more; everything else is filled in, and saved, on its own page. */
export function NewItemPage({ kind }: { readonly kind: Entry['kind'] }) {
  const t = useWords('registry')
  const say = useBilingual()
  const { items } = useRegistry()
  const taken = items.filter((each) => each.kind === kind).map((each) => each.id)
  const [name, setName] = useState('')
  const [id, setId] = useState(() => nextId(kind, taken))
  const [tried, setTried] = useState(false)
  const item = { id: id.normalize('NFKC').trim(), name: name.trim() }
  const wrong = useWrong(kind, item, taken)
  const create = useCreate(kind)
  const words = say(kindOf(kind).words)
  const submit = () => {
    setTried(true)
    if (!wrong('name') && !wrong('id')) create.mutate(item)
  }
  return (
    <>
      <nav className={style.crumbs} aria-label={t('item.crumbs')}>
        <Go href={`/registry/${kind}`}>{t('item.crumb', { kind: words })}</Go>
      </nav>
      <PageHead title={t('new.title', { kind: words })} lead={t('new.lead')} />
      <Form onSubmit={submit} busy={create.isPending}>
        <TextInput
          label={t('new.name')}
          value={name}
          autoFocus
          autoComplete="off"
          error={tried && wrong('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('new.id')}
          description={t('new.idHelp')}
          value={id}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={wrong('id')}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <Problem error={create.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('new.create')}
          </Button>
          <GoButton href={`/registry/${kind}`}>{t('new.cancel')}</GoButton>
        </Acts>
      </Form>
    </>
  )
}

function useWrong(kind: Entry['kind'], item: { readonly id: string; readonly name: string }, taken: readonly string[]) {
  const t = useWords('registry')
  const language = useLanguage()
  const issues = checkItem(kind, item)
  return (field: 'id' | 'name'): string | undefined => {
    if (field === 'id' && taken.includes(item.id)) return t('new.idTaken')
    if (field === 'name' && item.name === '') return t('new.nameMissing')
    const issue = issues.find(({ path }) => path === field)
    return issue && sayIssue({ ...issue, path: '' }, language)
  }
}

function useCreate(kind: Entry['kind']) {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (item: { readonly id: string; readonly name: string }) =>
      api.post<Entry>(`/registry/${kind}`, { item }),
    meta: { saves: true },
    onSuccess: (kept) => {
      queryClient.setQueryData(registryQuery.queryKey, (registry) => registry && withEntry(registry, kept))
      router.history.replace(itemPath(kind, kept.id))
    },
  })
}
