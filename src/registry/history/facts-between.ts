import { compare, nameOf } from '../compare.ts'
import type { Facility } from '../facility/facility.ts'
import { itemOf, type Kept, type KeptKind, type Value, valuesOf } from '../kept.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'

/** 事実の違い — an item that came, went, or of which a field is another than it was. */
export type FactChange = {
  readonly kind: KeptKind
  readonly id: string
  readonly name: string
} & ({ readonly change: 'added' } | { readonly change: 'removed' } | ({ readonly change: 'changed' } & FieldChange))

/** What differs between two descriptions of one facility, item by item and field by field. */
export function factsBetween(before: Facility, after: Facility): readonly FactChange[] {
  const { added, missing, changed } = compare(valuesOf(before).map(unkept), valuesOf(after))
  return [
    ...added.map((value) => ({ ...headOf(value), change: 'added' }) as const),
    ...missing.map((value) => ({ ...headOf(value), change: 'removed' }) as const),
    ...changed.flatMap((pair) =>
      fieldChanges(itemOf(pair.before), itemOf(pair.after)).map(
        (field) => ({ ...headOf(pair.after), change: 'changed', ...field }) as const,
      ),
    ),
  ]
}

function headOf(value: Value) {
  return { kind: value.kind, id: value.id, name: nameOf(value) }
}

/** Values of a description have no rows; to be compared they need none. */
function unkept(value: Value): Kept {
  return { ...value, uid: `${value.kind}/${value.id}`, version: 0, updatedAt: '', updatedBy: '' }
}
