import { useQuery } from '@tanstack/react-query'
import type { FactReference } from '#assessment/contract'
import { type KeptItemView, NOBODY } from '#registry/contract'
import { api } from '../app/api.ts'
import { useMay } from '../app/session.ts'

type Items = readonly Pick<KeptItemView, 'kind' | 'id' | 'item'>[]

/** 担当 — who answers for a thing: somebody, nobody, or it is not known. */
export type Responsible = { readonly name: string } | 'nobody' | undefined

export function responsibleFor(items: Items, about: FactReference | undefined): Responsible {
  const thing = about && items.find(({ kind, id }) => kind === about.kind && id === about.id)
  const ownerId = thing?.item.ownerId
  if (ownerId === NOBODY) return 'nobody'
  const person = items.find(({ kind, id }) => kind === 'person' && id === ownerId)
  return person && { name: String(person.item.name) }
}

/** Asks the registry who answers for things; whoever may not read it, or is still waiting, sees no names. */
export function useResponsible(): (about: FactReference | undefined) => Responsible {
  const { data } = useQuery({
    queryKey: ['registry'],
    queryFn: () => api.get<{ readonly items: Items }>('/registry'),
    enabled: useMay('registry.read'),
  })
  return (about) => responsibleFor(data?.items ?? [], about)
}
