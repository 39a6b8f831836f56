import { type Facility, suppliersKnow } from '#registry/contract'
import { type FactPlace, itemAt } from './question.ts'

const companyForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|\((?:株|有|同)\)|co\.?,?\s*ltd\.?|inc\.?|corp\.?|k\.?k\.?/g

/** A supplier's name without what differs from letterhead to letterhead: （株）みほん保守 is 株式会社 みほん保守. */
export function supplierKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(companyForms, '')
  return plain.replace(/[\s\p{P}\p{S}]/gu, '').slice(0, 120)
}

/**
 * The sort of product that a fact belongs to, where suppliers say the same to every customer: `system/emr`, `supplier`.
 * It is made of kinds alone, never of what a facility calls its things.
 */
export function productOf(facility: Facility, place: FactPlace): string | undefined {
  if (suppliersKnow(place.kind, place.field) !== 'product') return undefined
  if (place.kind === 'supplier') return 'supplier'
  const item = itemAt(facility, place)
  const sort = item && 'kind' in item && typeof item.kind === 'string' ? item.kind : undefined
  return sort === undefined || sort === 'other' ? undefined : `${place.kind}/${sort}`
}
