import type { Finding, FindingCode, RuleId } from '../finding.ts'

type Facts = Finding['facts']

/** The words of one language; complete by type. */
export interface BackupWords {
  readonly states: Readonly<Record<Finding['state'], string>>
  readonly rules: Readonly<Record<RuleId, string>>
  /** One sentence for each code; what happened, and what to do where something is to be done. */
  readonly findings: Readonly<Record<FindingCode, (facts: Facts) => string>>
  readonly place: string
  readonly generation: string
  readonly lookedAt: (at: string) => string
  readonly caveat: string
}

/** `2026-11-24T03:00:00.000Z` as Tokyo's clock shows it. */
export function clockTime(instant: string | number | undefined): string {
  const time = Date.parse(String(instant))
  if (Number.isNaN(time)) return String(instant ?? '')
  return new Date(time + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export function size(bytes: string | number | undefined): string {
  return Number(bytes).toLocaleString('en')
}
