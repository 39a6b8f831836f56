import { Document } from 'yaml'
import { itemsOf } from './check-references.ts'
import { fieldsOf } from './expected-at.ts'
import { type AnyKind, type Facility, itemKinds, type StoredValue } from './facility/facility.ts'
import type { Fields } from './facility/field.ts'

const HEADER = ` お守り — 施設の記述
 書かれていない項目は「分からない」と読みます。false や 0 とは違います。
 書き方は docs/formats/facility.md にあります。`

/** The facility as a YAML file: members in the order of the page of the format, one fact a line. */
export function writeFacilityYaml(facility: Facility): string {
  const document = new Document(inOrder(facility), { version: '1.2', schema: 'core', aliasDuplicateObjects: false })
  document.commentBefore = facility.sample
    ? `${HEADER}\n これは見本です。書かれている名前と番号はすべて架空です。`
    : HEADER
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** The facility as a JSON file, members in the same order. */
export function writeFacilityJson(facility: Facility): string {
  return `${JSON.stringify(inOrder(facility), null, 2)}\n`
}

function inOrder(facility: Facility): object {
  const { format, asOf, sample, profile, practices, practicesConfirmedOn } = facility
  const kinds = Object.values<AnyKind>(itemKinds).filter((kind) => kind.kind !== 'profile')
  return known({
    format,
    asOf,
    sample,
    profile: orderedItem(itemKinds.profile as AnyKind, profile),
    practices: practices && sorted(practices),
    practicesConfirmedOn: practicesConfirmedOn && sorted(practicesConfirmedOn),
    ...Object.fromEntries(kinds.map((kind) => [kind.member, orderedMember(facility, kind)])),
  })
}

function orderedMember(facility: Facility, kind: AnyKind): unknown {
  if (facility[kind.member as keyof Facility] === undefined) return undefined
  const items = itemsOf(facility, kind).map((item) => orderedItem(kind, item))
  return kind.single ? items[0] : items
}

function orderedItem(kind: AnyKind, item: StoredValue): object {
  return known({ id: item.id, ...ordered(fieldsOf(kind), item) })
}

function ordered(fields: Fields, values: Readonly<Record<string, unknown>>): object {
  const members = Object.entries(fields).map(([name, { shape }]): [string, unknown] => {
    const value = values[name]
    const inner = shape.type === 'group' && value !== undefined
    return [name, inner ? ordered(shape.fields, value as Record<string, unknown>) : value]
  })
  return known(Object.fromEntries(members))
}

function known(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined))
}

function sorted<T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)))
}
