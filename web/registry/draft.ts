import { fieldsOf, type ItemKindName, type StoredValue } from '#registry/contract'
import { kindOf } from './kind-groups.ts'

type Values = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path such as `passwordPolicy.minLength`; undefined is "unknown". */
export function valueAt(item: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), item)
}

/** A copy with another value at the path; undefined takes the fact away. */
export function withValueAt<T extends Values>(item: T, path: string, value: unknown): T {
  const [step = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...item, [step]: value }
  const inner = item[step]
  return { ...item, [step]: withValueAt(isMap(inner) ? inner : {}, rest.join('.'), value) }
}

/** The paths at which two items differ, groups opened: `passwordPolicy.minLength`. */
export function differingPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (!isMap(before) && !isMap(after)) return same(before, after) ? [] : [path]
  const [a, b] = [isMap(before) ? before : {}, isMap(after) ? after : {}]
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.flatMap((name) => differingPaths(a[name], b[name], path === '' ? name : `${path}.${name}`))
}

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

/** What I changed since `base`, put onto what is stored now: everything else stays as the other person left it. */
export function mineOnto(stored: StoredValue, base: StoredValue, mine: StoredValue): StoredValue {
  return differingPaths(base, mine).reduce((item, path) => withValueAt(item, path, valueAt(mine, path)), stored)
}

/** Every field of a kind that holds a fact, by path, groups opened. */
export function leafPaths(kind: ItemKindName): readonly string[] {
  return leaves(fieldsOf(kindOf(kind)), '')
}

type FieldsOf = ReturnType<typeof fieldsOf>

function leaves(fields: FieldsOf, within: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, { shape }]) =>
    shape.type === 'group' ? leaves(shape.fields, `${within}${name}.`) : [`${within}${name}`],
  )
}

/** The facts among the paths of which nothing is known. */
export function unknownIn(item: StoredValue, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const value = valueAt(item, path)
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  })
}
