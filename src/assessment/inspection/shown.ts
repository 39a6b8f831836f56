import {
  type AnyItem,
  type Facility,
  fieldAt,
  type ItemKindName,
  itemKinds,
  NOBODY,
  sayField,
  shownFact,
} from '#registry/contract'
import type { Material } from './material.ts'
import { wordsOf } from './words/words.ts'

type Thing = Pick<AnyItem, 'name'> & { readonly id?: string }

/** The items of a kind; the kinds of which a facility has one are no lists. */
export function itemsOf(facility: Facility, kind: ItemKindName): readonly AnyItem[] {
  const { member, single } = itemKinds[kind]
  return single ? [] : ((facility[member as keyof Facility] as readonly AnyItem[] | undefined) ?? [])
}

/** One fact of an item as it is printed: references by name, 記録なし where nothing is recorded. */
export function shownIn({ facility, language }: Material, kind: ItemKindName, item: Thing, field: string): string {
  const words = wordsOf(language)
  const value = valueAt(item, field)
  if (value === undefined) return words.notRecorded
  const shape = fieldAt(kind, field)?.shape
  if (shape?.type !== 'reference' && shape?.type !== 'references') return shownFact(kind, field, value, language)
  const names = [value].flat().map((id) => (id === NOBODY ? words.nobody : nameOf(facility, shape.to, String(id))))
  return names.join(words.comma)
}

/** 「更新 › サポートの終わり」 is headed by its last word: the column stands in a table of its kind. */
export const headOf = (kind: ItemKindName, field: string, { language }: Material): string =>
  fieldAt(kind, field)?.words[language] ?? sayField(kind, field, language)

function valueAt(item: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((within, step) => (within as Record<string, unknown> | undefined)?.[step], item)
}

function nameOf(facility: Facility, kinds: readonly string[], id: string): string {
  const found = kinds.flatMap((kind) => itemsOf(facility, kind as ItemKindName)).find((item) => item.id === id)
  return found?.name ?? id
}
