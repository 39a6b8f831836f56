import { type Facility, factValidDays } from '#registry'
import { addDays, type Day } from '#shared'
import type { Ground } from './ground.ts'
import { productOf, supplierKey } from './product.ts'
import type { FactPlace } from './question.ts'
import { listProductAnswers } from './store.ts'
import type { SheetQuestionView } from './wire.ts'

export type Proposal = NonNullable<SheetQuestionView['proposal']>

/** What this supplier said for every customer, by the fact it would answer here; what is too old is not proposed. */
export async function proposalsFor(
  { storage }: Ground,
  facility: Facility,
  supplierName: string,
  today: Day,
): Promise<(place: FactPlace) => Proposal | undefined> {
  const rows = await storage.read('installation', (db) => listProductAnswers(db, supplierKey(supplierName)))
  const oldest = addDays(today, -factValidDays(facility))
  return (place) => {
    const product = productOf(facility, place)
    const row = rows.find((each) => each.product === product && each.field === place.field)
    if (!row || row.answered_on < oldest || row.answered_on > today) return undefined
    return { value: JSON.parse(row.value) as unknown, answeredOn: row.answered_on, supplierName: row.supplier_name }
  }
}
