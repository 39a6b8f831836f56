import type { StoredValue } from '#registry/contract'
import { differingPaths, isMap, valueAt } from '../parts/differing.ts'

type Values = Readonly<Record<string, unknown>>

/** A copy with another value at the path; undefined takes the fact away. */
export function withValueAt<T extends Values>(item: T, path: string, value: unknown): T {
  const [step = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...item, [step]: value }
  const inner = item[step]
  return { ...item, [step]: withValueAt(isMap(inner) ? inner : {}, rest.join('.'), value) }
}

/** What I changed since `base`, put onto what is stored now: everything else stays as the other person left it. */
export function mineOnto(stored: StoredValue, base: StoredValue, mine: StoredValue): StoredValue {
  return differingPaths(base, mine).reduce((item, path) => withValueAt(item, path, valueAt(mine, path)), stored)
}

/** The facts among the paths of which nothing is known. */
export function unknownIn(item: StoredValue, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const value = valueAt(item, path)
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  })
}
