/** A replacement that must find what it replaces: a case that changes nothing would prove nothing. */
export function swap(source: string, from: string | RegExp, to: string): string {
  const changed = source.replace(from, () => to)
  if (changed === source) throw new RangeError(`nothing to replace: ${from}`)
  return changed
}
