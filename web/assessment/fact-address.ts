import type { FactReference } from '#assessment/contract'

/** The address of the very fact in the registry: the item, opened at the field. */
export function factAddress({ kind, id, field }: Pick<FactReference, 'kind' | 'id' | 'field'>): string {
  const address = `/registry/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`
  return field === undefined ? address : `${address}?field=${encodeURIComponent(field)}`
}

/** The address of a question of applicability among 実施状況の答え. */
export const questionAddress = (fact: string) => `/registry/practices?field=${encodeURIComponent(fact)}`
