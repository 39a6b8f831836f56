import { fieldsOf } from '../expected-at.ts'
import type { AnyKind } from '../facility/facility.ts'
import type { Fields, Shape, Words } from '../facility/field.ts'

/** 列 — one fact of a kind as a workbook writes it: `passwordPolicy.minLength` under 「パスワードの決まり › 最小の文字数」. */
export interface FactColumn {
  readonly path: string
  readonly words: Words
  readonly help?: Words
  readonly shape: Exclude<Shape, { type: 'group' }>
}

/** The facts of a kind in the order in which people read them, groups opened; a kind listed begins with its id. */
export function columnsOf(kind: AnyKind): readonly FactColumn[] {
  const own = inGroup(fieldsOf(kind), '', { ja: '', en: '' })
  return kind.single ? own : [idColumn, ...own]
}

// Ids have a shape of their own; to a sheet they are short text.
const idColumn: FactColumn = {
  path: 'id',
  words: { ja: '番号', en: 'Id' },
  help: { ja: '空けておくと、取り込むときに付きます。', en: 'Left blank, it is given on import.' },
  shape: { type: 'text', max: 64 },
}

function inGroup(fields: Fields, prefix: string, within: Words): readonly FactColumn[] {
  return Object.entries(fields).flatMap(([name, { words, help, shape }]) => {
    const path = `${prefix}${name}`
    const full = { ja: `${within.ja}${words.ja}`, en: `${within.en}${words.en}` }
    if (shape.type !== 'group') return [{ path, words: full, help, shape }]
    return inGroup(shape.fields, `${path}.`, { ja: `${full.ja} › `, en: `${full.en} › ` })
  })
}

/** The value at a path such as `passwordPolicy.minLength`. */
export function valueAt(item: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], item)
}

/** The same item with a value at a path; groups are made on the way. */
export function withValue(
  item: Readonly<Record<string, unknown>>,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...item, [first]: value }
  return { ...item, [first]: withValue((item[first] ?? {}) as Record<string, unknown>, rest.join('.'), value) }
}
