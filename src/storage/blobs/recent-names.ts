const KEPT_MS = 60 * 60_000

/**
 * What this process made in the last hour or two, by a clock that nobody sets: a file waits that long for its row, and is no
 * orphan meanwhile.
 */
export function recentNames(now: () => number = () => performance.now()) {
  let [current, before] = [new Set<string>(), new Set<string>()]
  let begun = now()
  return {
    add(name: string): void {
      if (now() - begun > KEPT_MS) {
        before = current
        current = new Set()
        begun = now()
      }
      current.add(name)
    },
    has: (name: string): boolean => current.has(name) || before.has(name),
  }
}
