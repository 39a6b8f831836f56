import { type AnyItem, type Facility, type ItemKindName, itemKinds, type posts } from '#registry/contract'
import type { FactReference } from './contract.ts'

/** The item of the registry that a finding speaks of; the single kinds (profile, limits …) are nobody's. */
export function itemOf(facility: Facility, about: FactReference | undefined): AnyItem | undefined {
  if (!about || !Object.hasOwn(itemKinds, about.kind)) return undefined
  const { member, single } = itemKinds[about.kind as ItemKindName]
  if (single) return undefined
  const items = facility[member as keyof Facility] as readonly AnyItem[] | undefined
  return items?.find(({ id }) => id === about.id)
}

/** 担当 — the person in charge of the thing; where nobody is named, nobody. */
export function ownerOf(facility: Facility, about: FactReference | undefined): string | undefined {
  const item = itemOf(facility, about)
  const ownerId = item && 'ownerId' in item ? item.ownerId : undefined
  return facility.persons?.find(({ id }) => id === ownerId)?.name
}

/**
 * わたしの担当 — whether a gap is for somebody who stands for these persons: the thing it speaks of is in their charge, or in
 * nobody's and they include the safety manager, to whom everything falls that has no owner.
 */
export function isInChargeOf(
  facility: Facility,
  about: FactReference | undefined,
  personIds: readonly string[],
): boolean {
  const item = itemOf(facility, about)
  const ownerId = item && 'ownerId' in item ? item.ownerId : undefined
  if (facility.persons?.some(({ id }) => id === ownerId)) return personIds.includes(ownerId ?? '')
  const managers =
    facility.persons?.filter((one) => one.state !== 'left' && one.posts?.includes('safety-manager')) ?? []
  return managers.some(({ id }) => personIds.includes(id))
}

/** 事業者 — the company that installed or maintains the thing; of a company itself, that company. */
export function supplierOf(facility: Facility, about: FactReference | undefined): string | undefined {
  const item = itemOf(facility, about)
  if (about?.kind === 'supplier') return item?.name
  const supplierId = item && 'supplierId' in item ? item.supplierId : undefined
  return facility.suppliers?.find(({ id }) => id === supplierId)?.name
}

/** The person who holds a post, the first where several do; those who left hold none. */
export function holderOf(facility: Facility, post: keyof typeof posts): string | undefined {
  return facility.persons?.find((person) => person.state !== 'left' && person.posts?.includes(post))?.name
}
