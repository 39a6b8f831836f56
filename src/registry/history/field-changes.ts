/** One field of an item: what it was and what it became. Absent means that it was not known. */
export interface FieldChange {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Field by field what differs between two values of one item: `passwordPolicy.minLength`, 8, 13. */
export function fieldChanges(before: unknown, after: unknown, path = ''): readonly FieldChange[] {
  if ((isMap(before) || before === undefined) && (isMap(after) || after === undefined)) {
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    return names.flatMap((name) => fieldChanges(before?.[name], after?.[name], path === '' ? name : `${path}.${name}`))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: path, before, after }]
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
