import { type Caller, demand } from '#access'
import { dayOf, fiscalYearOf, Refusal } from '#shared'
import type { SnapshotRow } from '#storage'
import { type Ground, note, scopeOf, writerOf } from '../ground.ts'
import { judgeFacility } from '../load-assessment.ts'
import { readWords } from '../store.ts'
import { closeContent, SNAPSHOT_BYTES_MAX, type SnapshotContent } from './content.ts'
import { openSnapshot, snapshotViewOf } from './read-snapshots.ts'
import { findSnapshot, insertSnapshot, markSnapshotApproved, nextNumber, sealedBlob } from './store.ts'
import type { ApproveSnapshotRequest, SnapshotView } from './wire.ts'

/**
 * 点検の記録をとる — keeps the assessment as it stands now, for good, with the facts it was judged from. The file is
 * stored first; its row, its number and the journal entry with its digests are kept together.
 */
export async function takeSnapshot(ground: Ground, caller: Caller): Promise<SnapshotView> {
  demand(caller, 'assessment.take-snapshot')
  const at = ground.clock.now()
  const on = dayOf(at)
  const { facility, archive, assessment } = await judgeFacility(ground, scopeOf(caller), on)
  const { edition, counts, requirements } = assessment
  const content: SnapshotContent = { format: 'omamori-snapshot@1', edition, on, at, facility, archive, assessment }
  const snapshotId = ground.newId()
  const { bytes, mediaType, digest } = closeContent(snapshotId, content)
  const blob = await ground.blobs.put(scopeOf(caller), bytes, { mediaType, maxBytes: SNAPSHOT_BYTES_MAX })
  const fiscalYear = fiscalYearOf(on)
  return ground.storage.write(scopeOf(caller), async (change) => {
    const row: SnapshotRow = {
      facility_id: caller.facilityId,
      snapshot_id: snapshotId,
      fiscal_year: fiscalYear,
      number: await nextNumber(change, fiscalYear),
      edition,
      taken_on: on,
      taken_at: at,
      taken_by: writerOf(caller),
      counts: JSON.stringify(counts),
      states: JSON.stringify(Object.fromEntries(requirements.map(({ id, state }) => [id, state]))),
      digest,
      blob_id: blob.blob_id,
      approved_by: null,
      approved_at: null,
    }
    await ground.blobs.keep(change, blob)
    await insertSnapshot(change, row)
    await note(ground, change, caller, 'assessment.snapshot-taken', subjectOf(row), {
      detail: { fiscalYear, number: row.number, edition, digest, counts: { C: { ...counts.C }, D: { ...counts.D } } },
      blobs: [{ sha256: blob.sha256, length: blob.length }],
    })
    return snapshotViewOf(row, (await readWords(change.db)).nameOf)
  })
}

/**
 * 施設長の承認 — of this very snapshot: of the digest that was on the screen, and only while the stored file still is what
 * the journal says was taken. A later snapshot needs an approval of its own.
 */
export async function approveSnapshot(
  ground: Ground,
  caller: Caller,
  { snapshotId, digest }: ApproveSnapshotRequest,
): Promise<SnapshotView> {
  demand(caller, 'assessment.approve-snapshot')
  const { row: seen } = await openSnapshot(ground, scopeOf(caller), snapshotId)
  if (seen.digest !== digest) throw new Refusal('conflict', { reason: 'another-content', snapshotId })
  const approval = { by: writerOf(caller), at: ground.clock.now() }
  return ground.storage.write(scopeOf(caller), async (change) => {
    if (!(await markSnapshotApproved(change, snapshotId, approval)))
      throw new Refusal('conflict', { reason: 'approved', snapshotId })
    const row = (await findSnapshot(change.db, snapshotId)) ?? seen
    await note(ground, change, caller, 'assessment.snapshot-approved', subjectOf(row), {
      detail: { fiscalYear: row.fiscal_year, number: row.number, digest },
      blobs: [await sealedBlob(change.db, row.blob_id)],
    })
    return snapshotViewOf(row, (await readWords(change.db)).nameOf)
  })
}

function subjectOf({ snapshot_id }: SnapshotRow) {
  return { kind: 'snapshot', id: snapshot_id }
}
