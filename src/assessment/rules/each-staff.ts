import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { each, type Voice } from './rule.ts'

/** Asks everybody who works for the facility now; people of suppliers are bound by their contract instead. */
export function eachOfStaff(
  facility: Facility,
  check: (person: Item<'person'>, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('person', facility.persons, 'staff', (person, says) => {
    const { state, supplierId, posts } = person
    if (state === 'left' || supplierId !== undefined || posts?.includes('supplier')) return []
    return state === undefined ? says.missing('state') : check(person, says)
  })
}
