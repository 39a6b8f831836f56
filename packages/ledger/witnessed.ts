import { type Checkpoint, parseCheckpoint } from './checkpoint-text.ts'
import { LedgerError } from './error.ts'
import { verifyNote } from './note.ts'
import { isQuorumMet, type Policy } from './policy.ts'

/** A checkpoint that one of the policy's logs signed, and who cosigned it. */
export interface WitnessedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly cosigned: readonly Cosigned[]
  /** Whether those are enough for the policy. */
  readonly isQuorum: boolean
}

export interface Cosigned {
  /** What the policy calls the witness. */
  readonly witness: string
  /** When it says to have signed, POSIX seconds; 0 when it says nothing of the time. */
  readonly seconds: number
}

// Clocks differ; a cosignature from further ahead than this is not believed (the specification leaves it to us).
const MAX_SECONDS_AHEAD = 300

/**
 * Reads a cosigned checkpoint by a policy: https://c2sp.org/tlog-policy, https://c2sp.org/tlog-cosignature. Signatures
 * of unknown keys are passed over, a bad one of a known key spoils the note, and one from the future counts for nothing.
 * A witness with two keys counts once. With `now` left out, times are not judged: a receipt read years later.
 */
export function judgeCheckpoint(note: string, policy: Policy, now?: number): WitnessedCheckpoint {
  const witnesses = policy.witnesses
  const { text, signatures } = verifyNote(note, [...policy.logs, ...witnesses.map(({ key }) => key)])
  const checkpoint = parseCheckpoint(text)
  const byLog = signatures.some(({ key }) => policy.logs.includes(key) && key.name === checkpoint.origin)
  if (!byLog) throw new LedgerError('note-not-signed', { by: policy.logs.map((key) => key.name) })
  const latest = new Map<string, number>()
  for (const { key, seconds = 0 } of signatures) {
    const witness = witnesses.find((one) => one.key === key)
    if (witness === undefined || (now !== undefined && seconds > now + MAX_SECONDS_AHEAD)) continue
    latest.set(witness.name, Math.max(seconds, latest.get(witness.name) ?? 0))
  }
  const cosigned = [...latest].map(([witness, seconds]) => ({ witness, seconds }))
  return { checkpoint, cosigned, isQuorum: isQuorumMet(policy.quorum, new Set(latest.keys())) }
}
