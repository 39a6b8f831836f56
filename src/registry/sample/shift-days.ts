import { addDays, type Day, daysBetween } from '#shared'
import { itemsOf } from '../check-references.ts'
import { fieldsOf } from '../expected-at.ts'
import { type AnyKind, type Facility, itemKinds, type StoredValue } from '../facility/facility.ts'
import type { Fields } from '../facility/field.ts'

/** The facility as it would be on another day: every day in it is moved by as many days as `asOf` is. */
export function shiftTo(facility: Facility, on: Day): Facility {
  const by = daysBetween(facility.asOf, on)
  const kinds = Object.values<AnyKind>(itemKinds)
  const members = kinds.map((kind) => [kind.member, shiftMember(facility, kind, by)] as const)
  const { practicesConfirmedOn } = facility
  const moved = practicesConfirmedOn && {
    practicesConfirmedOn: Object.fromEntries(
      Object.entries(practicesConfirmedOn).map(([fact, day]) => [fact, addDays(day, by)]),
    ),
  }
  const present = Object.fromEntries(members.filter(([, member]) => member !== undefined))
  return { ...facility, ...present, ...moved, asOf: on } as Facility
}

function shiftMember(facility: Facility, kind: AnyKind, by: number): unknown {
  const items = itemsOf(facility, kind).map((item) => shiftFields(fieldsOf(kind), item, by))
  return kind.single ? items[0] : facility[kind.member as keyof Facility] && items
}

function shiftFields(fields: Fields, values: StoredValue, by: number): StoredValue {
  const moved = Object.entries(values).map(([name, value]): [string, unknown] => {
    const shape = fields[name]?.shape
    if (shape?.type === 'day') return [name, addDays(String(value), by)]
    return [name, shape?.type === 'group' ? shiftFields(shape.fields, value as StoredValue, by) : value]
  })
  return Object.fromEntries(moved)
}
