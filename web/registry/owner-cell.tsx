import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NOBODY } from '#registry/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { tell } from '../parts/undo.tsx'
import type { Row } from './kind-table.tsx'
import { LackMarks } from './lack-marks.tsx'
import { type Entry, itemPath, registryQuery, useRegistry, withEntry } from './queries.ts'
import style from './registry.module.css'
import { useFactSaying } from './use-saying.ts'

/** Who answers for the item. Where nobody does, the person is chosen on the spot. */
export function OwnerCell({ entry, lacks }: Row) {
  const t = useWords('registry')
  const { nameOf } = useFactSaying()
  const { may } = useRegistry()
  const { ownerId } = entry.item
  const lack = lacks.filter((each) => each !== 'stale')
  if (ownerId === undefined && lack.length === 0) return <span className={style.unknown}>{t('owner.notNeeded')}</span>
  return (
    <>
      {ownerId !== undefined && ownerId !== NOBODY && nameOf(['person'], String(ownerId))}
      <LackMarks lacks={lack} />
      {lack.length > 0 && may.change && <Choose entry={entry} />}
    </>
  )
}

function Choose({ entry }: { readonly entry: Entry }) {
  const t = useWords('registry')
  const queryClient = useQueryClient()
  const { items } = useRegistry()
  const persons = items.filter(({ kind, item }) => kind === 'person' && item.state !== 'left')
  const { kind, id, version, item } = entry
  const save = useMutation({
    mutationFn: (ownerId: string) => api.put<Entry>(itemPath(kind, id), { version, item: { ...item, ownerId } }),
    meta: { saves: true },
    onSuccess: (kept) =>
      queryClient.setQueryData(registryQuery.queryKey, (registry) => registry && withEntry(registry, kept)),
    onError: async (error) => {
      tell(error.message)
      await queryClient.invalidateQueries({ queryKey: registryQuery.queryKey })
    },
  })
  return (
    <NativeSelect
      className={style.choose}
      aria-label={t('owner.chooseFor', { name: String(item.name ?? id) })}
      value=""
      disabled={save.isPending}
      onChange={(event) => save.mutate(event.currentTarget.value)}
    >
      <option value="">{t('owner.choose')}</option>
      {persons.map((person) => (
        <option key={person.id} value={person.id}>
          {String(person.item.name)}
        </option>
      ))}
    </NativeSelect>
  )
}
