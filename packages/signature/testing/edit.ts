/** A replacement that must find what it replaces: a case that changes nothing would prove nothing. */
export function swap(source: string, from: string | RegExp, to: string): string {
  const changed = source.replace(from, () => to)
  if (changed === source) throw new RangeError(`nothing to replace: ${from}`)
  return changed
}

/** The same number of octets, so that nothing else moves; the last place that fits. */
export function overwritten(bytes: Uint8Array, from: string | RegExp, to: (found: string) => string): Buffer {
  const text = Buffer.from(bytes).toString('latin1')
  const found = from instanceof RegExp ? from.exec(text)?.[0] : from
  const start = found === undefined ? -1 : text.lastIndexOf(found)
  if (found === undefined || start < 0) throw new Error(`not there: ${from}`)
  const changed = to(found).padEnd(found.length)
  if (changed.length > found.length) throw new Error('there is no room')
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(changed, 'latin1'), bytes.subarray(start + found.length)])
}
