/** What an entry may hold: no null and no fractions, so that every writer of every language agrees on the bytes. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/**
 * One text for one value: keys sorted by UTF-16 code units, no spaces (RFC 8785), restricted to strings, safe
 * integers, booleans, arrays and objects. Members that are `undefined` are left out. Throws on anything else.
 */
export function canonical(value: Plain): string {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) throw new TypeError(`cannot be written: ${String(value)}`)
  const members = Object.entries(value as Readonly<Record<string, Plain | undefined>>)
    .filter((member): member is [string, Plain] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}
