import { expect, it } from 'vitest'

/** A test that needs something of the machine; says what is missing where it cannot run, and fails where it must run. */
export function itWith(needs: () => string | undefined, name: string, run: () => Promise<void>): void {
  const missing = needs()
  if (missing === undefined) it(name, { timeout: 240_000 }, run)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') it(name, () => expect.fail(missing))
  else it.skip(`${name} — skipped: ${missing}`)
}
