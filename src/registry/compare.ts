import { bodyText, itemOf, type Kept, kindOf, type Value } from './kept.ts'
import type { ImportChange } from './wire.ts'

/** What keeping the values of a file would mean for what is kept. */
export interface Comparison {
  readonly added: readonly Value[]
  readonly changed: readonly { readonly before: Kept; readonly after: Value }[]
  readonly missing: readonly Kept[]
  readonly unchanged: readonly { readonly before: Kept; readonly after: Value }[]
}

export function compare(kept: readonly Kept[], values: readonly Value[]): Comparison {
  const before = new Map(kept.map((each) => [keyOf(each), each]))
  const named = new Set(values.map(keyOf))
  const pairs = values.flatMap((after) => {
    const each = before.get(keyOf(after))
    return each ? [{ before: each, after }] : []
  })
  return {
    added: values.filter((value) => !before.has(keyOf(value))),
    changed: pairs.filter((pair) => !isSame(pair.before, pair.after)),
    missing: kept.filter((each) => !named.has(keyOf(each))),
    unchanged: pairs.filter((pair) => isSame(pair.before, pair.after)),
  }
}

function keyOf({ kind, id }: Value): string {
  return `${kind}/${id}`
}

function isSame(before: Value, after: Value): boolean {
  return bodyText(itemOf(before)) === bodyText(itemOf(after))
}

/** How a change is shown before it is made. */
export function changeOf(value: Value, fields?: readonly string[]): ImportChange {
  return { kind: value.kind, id: value.id, name: nameOf(value), ...(fields && { fields: [...fields] }) }
}

export function nameOf({ kind, body }: Value): string {
  if (typeof body.name === 'string') return body.name
  return kind === 'practices' ? '' : kindOf(kind).words.ja
}

/** The paths at which two items differ: `passwordPolicy.minLength`. */
export function differingFields(before: unknown, after: unknown, path = ''): readonly string[] {
  if (!isMap(before) || !isMap(after)) return JSON.stringify(before) === JSON.stringify(after) ? [] : [path]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => differingFields(before[name], after[name], path === '' ? name : `${path}.${name}`))
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
