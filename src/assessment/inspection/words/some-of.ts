// More names than these make a sentence nobody reads; the list itself has them all.
const MOST_NAMES = 5

/** 「A、B、C、D、Eほか12件」. */
export function someOf(names: readonly string[], comma: string, others: (count: number) => string): string {
  const shown = names.slice(0, MOST_NAMES).join(comma)
  return names.length > MOST_NAMES ? `${shown}${others(names.length - MOST_NAMES)}` : shown
}
