// Two slips of the finger; with three, short names would all look alike.
const SLIPS = 2

/** The name that was probably meant, when one is at most two letters away or differs in case and hyphens only. */
export function closestName(written: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '')
  const same = names.find((name) => plain(name) === plain(written))
  if (same || written.length > 64) return same
  const near = names
    .map((name) => ({ name, slips: slipsBetween(plain(written), plain(name)) }))
    .filter(({ name, slips }) => slips <= SLIPS && slips < name.length / 2)
    .sort((a, b) => a.slips - b.slips)
  return near[0]?.name
}

/** The Levenshtein distance: letters added, dropped or changed. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= b.length; column++) {
      const changed = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
