type Values = Readonly<Record<string, unknown>>

export const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path such as `passwordPolicy.minLength`; undefined is "unknown". */
export function valueAt(item: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), item)
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
