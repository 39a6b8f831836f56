import { contradictions } from './ask-witness.ts'
import type { EvidenceView, WitnessAlarm, WitnessView } from './wire.ts'

// The one whose log contradicts itself is spoken to within days; the evidence stays on the page for ever.
const EVIDENCE_DAYS = 30
const HOUR_MS = 3_600_000

export interface Situation {
  readonly witnesses: readonly WitnessView[]
  readonly evidence: readonly EvidenceView[]
  readonly warnAfterHours: number
  /** Whether there are entries that the witnesses have not seen. */
  readonly isBehind: boolean
  /** When enough witnesses cosigned last. */
  readonly witnessedAt?: string
  readonly now: string
}

/** 立会いの警告 — the worst of what is to be said. Whoever named no witness is not warned: that is shown, not alarmed. */
export function alarmOf(situation: Situation): WitnessAlarm | undefined {
  const { witnesses, evidence, warnAfterHours, isBehind, witnessedAt, now } = situation
  const against = witnesses.find(({ answer }) => answer !== undefined && contradictions.includes(answer))
  if (against?.answer) return { code: 'contradicted', label: against.label, answer: against.answer }
  const [newest] = evidence
  if (newest && hoursBetween(newest.foundAt, now) < EVIDENCE_DAYS * 24)
    return { code: 'split-view', label: newest.label, kind: newest.kind }
  const since = witnessedAt ?? witnesses.map(({ addedAt }) => addedAt).toSorted()[0]
  if (!isBehind || since === undefined || witnesses.length === 0) return undefined
  const hours = hoursBetween(since, now)
  return hours >= warnAfterHours ? { code: 'waiting', hours } : undefined
}

function hoursBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / HOUR_MS)
}
