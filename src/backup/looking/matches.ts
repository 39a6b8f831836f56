/** Whether a name fits a pattern with `*` and `?`; without a pattern every name does. */
export function matches(name: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true
  let [at, from, star, taken] = [0, 0, -1, 0]
  // Goes back to the last star only, so that a pattern of many stars takes no longer than their product.
  while (at < name.length) {
    if (from < pattern.length && (pattern[from] === '?' || (pattern[from] === name[at] && pattern[from] !== '*'))) {
      at += 1
      from += 1
    } else if (pattern[from] === '*') {
      star = from
      taken = at
      from += 1
    } else if (star >= 0) {
      from = star + 1
      taken += 1
      at = taken
    } else return false
  }
  while (pattern[from] === '*') from += 1
  return from === pattern.length
}
