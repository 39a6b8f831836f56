/**
 * What we were handed is not what it claims to be. `reason` is a stable code in kebab-case, the facts say where.
 * Whoever verifies catches this at the format's door and reports FORMAT_FAILURE; it never reaches a user as an exception.
 */
export class Malformed extends Error {
  readonly reason: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(reason: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${reason} ${JSON.stringify(facts)}`)
    this.name = 'Malformed'
    this.reason = reason
    this.facts = facts
  }
}

/** What `read` gives, or `instead` where the octets cannot be read. Any other error is a fault, and goes on. */
export function readOr<T>(instead: T, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Malformed) return instead
    throw error
  }
}
