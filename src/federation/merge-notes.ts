import { formatNote, type NoteSignature, parseNote } from '@omamori/ledger'
import { dayOf } from '#shared'

/** One note with the signatures of both; of the same key the newer one counts. Undefined where the texts differ. */
export function mergedNotes(older: string, newer: string): string | undefined {
  const [before, after] = [parseNote(older), parseNote(newer)]
  if (before.text !== after.text) return undefined
  const renewed = before.signatures.map((one) => after.signatures.find((other) => isSameKey(one, other)) ?? one)
  const added = after.signatures.filter((one) => !before.signatures.some((other) => isSameKey(one, other)))
  return formatNote({ text: after.text, signatures: [...renewed, ...added] })
}

const isSameKey = (one: NoteSignature, other: NoteSignature) => one.name === other.name && one.keyId === other.keyId

/** A cosigned checkpoint, as far as it matters for keeping it. */
export interface Kept {
  readonly size: number
  readonly keptAt: string
  readonly isQuorum: boolean
  readonly signers: readonly string[]
}

/**
 * Whether the older one need not be kept beside the newer: a larger tree contains it, so of one day the last with a full
 * quorum is enough; without one, the last of each witness.
 */
export function isSuperseded(older: Kept, newer: Kept): boolean {
  if (older.size >= newer.size || dayOf(older.keptAt) !== dayOf(newer.keptAt)) return false
  if (newer.isQuorum) return true
  return !older.isQuorum && older.signers.every((signer) => newer.signers.includes(signer))
}
