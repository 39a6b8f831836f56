import { type AnyKind, type ItemKindName, itemKinds } from '#registry/contract'

/** The kinds of the registry in the order in which people fill them in, in the groups in which one looks for them. */
export const kindGroups = [
  { group: 'people', kinds: ['profile', 'limits', 'site', 'person', 'supplier'] },
  { group: 'equipment', kinds: ['system', 'server', 'terminal', 'device'] },
  { group: 'lines', kinds: ['network', 'connection', 'wireless', 'mail'] },
  { group: 'information', kinds: ['information', 'inventory', 'risk', 'document'] },
] as const satisfies readonly { readonly group: string; readonly kinds: readonly ItemKindName[] }[]

/** A place of the registry: a kind, the answers to the questions of applicability, or the exchange of files. */
export type Place = ItemKindName | 'practices' | 'transfer'

export function kindOf(name: ItemKindName): AnyKind {
  return itemKinds[name] as AnyKind
}

const others: readonly string[] = ['practices', 'transfer'] satisfies readonly Place[]

/** The place an address names; 台帳 itself opens at the systems, which everything else hangs on. */
export function placeOf(kind: string | undefined): Place | undefined {
  if (kind === undefined) return 'system'
  return Object.hasOwn(itemKinds, kind) || others.includes(kind) ? (kind as Place) : undefined
}

export const hasField = (kind: ItemKindName, field: string) => Object.hasOwn(itemKinds[kind].fields, field)
