import { decodeEntry } from './entry.ts'
import { LedgerError } from './error.ts'
import type { Report } from './verify-log.ts'

/** Whether an entry can be read, and belongs where it stands. */
export function checkMeaning(origin: string, index: number, bytes: Uint8Array, report: Report): void {
  try {
    const entry = decodeEntry(bytes)
    if (entry.log !== origin) report('entry-belongs-to-another-log', index, { log: entry.log })
    if (entry.previous !== undefined && index > 0) report('previous-misplaced', index)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const code = error.code === 'entry-unknown-version' ? 'entry-version-unknown' : 'entry-unreadable'
    report(code, index, error.facts)
  }
}
