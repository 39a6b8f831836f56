import { judgeCheckpoint, LedgerError, type Policy, parseNote } from '@omamori/ledger'
import type { CosignedCheckpointRow, LogWitnessRow } from '#storage'
import { keysOf, witnessOf } from './policy-of.ts'

/** How far a log is witnessed: by the newest checkpoint with all the cosignatures that are asked for. */
export interface Witnessed {
  readonly size: number
  readonly seconds: number
  /** Places in the list of witnesses. */
  readonly by: readonly number[]
}

/** The rows come largest first. What does not verify counts for nothing; `ledger verify` names it. */
export function witnessedOf(
  rows: readonly CosignedCheckpointRow[],
  policy: Policy | undefined,
  nowSeconds: number,
): Witnessed | undefined {
  if (policy === undefined) return undefined
  for (const { note, size } of rows) {
    const judged = judgedOrUndefined(note, policy, nowSeconds)
    if (!judged?.isQuorum) continue
    const by = [...new Set(judged.cosigned.map(({ witness }) => witnessOf(witness)))]
    return { size, seconds: Math.max(...judged.cosigned.map(({ seconds }) => seconds)), by }
  }
  return undefined
}

function judgedOrUndefined(note: string, policy: Policy, now: number) {
  try {
    return judgeCheckpoint(note, policy, now)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The largest size that a witness cosigned, as far as we kept it; 0 for none. */
export function lastCosignedBy(
  witness: Pick<LogWitnessRow, 'verifier_keys'>,
  rows: readonly CosignedCheckpointRow[],
): number {
  const names = keysOf(witness).map((key) => key.slice(0, key.indexOf('+', key.indexOf('+') + 1)))
  const isTheirs = ({ note }: CosignedCheckpointRow) =>
    parseNote(note).signatures.some(({ name, keyId }) =>
      names.includes(`${name}+${keyId.toString(16).padStart(8, '0')}`),
    )
  return rows.find(isTheirs)?.size ?? 0
}
