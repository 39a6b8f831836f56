import { judgeCheckpoint, LedgerError, type Policy, parseCheckpoint, parseNote } from '@omamori/ledger'
import type { Change, CosignedCheckpointRow } from '#storage'
import type { Ground } from './ground.ts'
import { isSuperseded, type Kept, mergedNotes } from './merge-notes.ts'
import { cosignedOf, putCosigned, removeCosigned } from './store.ts'

/**
 * Keeps a checkpoint of ours with the cosignatures it got, each of which was verified, and lets go what a larger one of the
 * same day stands for. No entry is written: it would be one more to be cosigned, and two facilities that witness
 * each other would never come to rest. The cosignatures prove themselves.
 */
export async function keepCosigned(
  { clock }: Pick<Ground, 'clock'>,
  change: Change,
  facilityId: string,
  policy: Policy | undefined,
  cosigned: string,
): Promise<void> {
  const { origin, size } = parseCheckpoint(parseNote(cosigned).text)
  const rows = await cosignedOf(change.db, origin)
  const there = rows.find((row) => row.size === size)
  const note = (there && mergedNotes(there.note, cosigned)) ?? cosigned
  const row = { facility_id: facilityId, origin, size, note, kept_at: clock.now() }
  await putCosigned(change, row)
  const newest = keptOf(row, policy)
  const older = rows.filter((one) => isSuperseded(keptOf(one, policy), newest)).map((one) => one.size)
  await removeCosigned(change, origin, older)
}

function keptOf({ size, note, kept_at }: CosignedCheckpointRow, policy: Policy | undefined): Kept {
  const signers = parseNote(note).signatures.map(({ name, keyId }) => `${name} ${keyId}`)
  return { size, keptAt: kept_at, isQuorum: isQuorum(note, policy), signers }
}

function isQuorum(note: string, policy: Policy | undefined): boolean {
  if (policy === undefined) return false
  try {
    return judgeCheckpoint(note, policy).isQuorum
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}
