import { buffer } from 'node:stream/consumers'
import { type Caller, demand, may } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Scope, SnapshotRow } from '#storage'
import type { Assessment, Counts, State } from '../contract.ts'
import { type Ground, requirementOf, scopeOf } from '../ground.ts'
import { readWords } from '../store.ts'
import { compareSnapshots, type SnapshotComparison } from './compare-snapshots.ts'
import { openContent, type SnapshotContent } from './content.ts'
import { dueAfter } from './due.ts'
import { findSnapshot, listSnapshots } from './store.ts'
import type { RequirementHistory, SnapshotsView, SnapshotView } from './wire.ts'

export interface OpenedSnapshot {
  readonly row: SnapshotRow
  readonly content: SnapshotContent
}

/** All snapshots, newest first, when the next is due, and what the reader may do. */
export async function readSnapshots(ground: Ground, caller: Caller): Promise<SnapshotsView> {
  demand(caller, 'assessment.read')
  const { rows, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => ({
    rows: await listSnapshots(db),
    nameOf: (await readWords(db)).nameOf,
  }))
  const { limits } = await ground.registry.loadFacility(scopeOf(caller))
  return {
    snapshots: rows.map((row) => snapshotViewOf(row, nameOf)),
    due: dueAfter(rows[0]?.taken_on, dayOf(ground.clock.now()), limits?.snapshotDays),
    may: {
      take: may(caller, 'assessment.take-snapshot'),
      approve: may(caller, 'assessment.approve-snapshot'),
    },
  }
}

/** One snapshot with everything in it, verified against its digest and against the journal. */
export async function readSnapshot(
  ground: Ground,
  caller: Caller,
  snapshotId: string,
): Promise<{ readonly view: SnapshotView; readonly content: SnapshotContent; readonly previous?: SnapshotView }> {
  demand(caller, 'assessment.read')
  const { content } = await openSnapshot(ground, scopeOf(caller), snapshotId)
  const { snapshots } = await readSnapshots(ground, caller)
  const place = snapshots.findIndex((each) => each.snapshotId === snapshotId)
  const view = snapshots[place]
  if (!view) throw new Refusal('not-found', { what: 'snapshot', snapshotId })
  return { view, content, previous: snapshots[place + 1] }
}

/** What differs between two snapshots, and why. */
export async function readComparison(
  ground: Ground,
  caller: Caller,
  ids: { readonly before: string; readonly after: string },
): Promise<SnapshotComparison & { readonly views: { readonly before: SnapshotView; readonly after: SnapshotView } }> {
  const before = await readSnapshot(ground, caller, ids.before)
  const after = await readSnapshot(ground, caller, ids.after)
  const { loadEdition } = ground.library
  const editions = { before: loadEdition(before.content.edition), after: loadEdition(after.content.edition) }
  const compared = compareSnapshots(before.content, after.content, editions)
  return { ...compared, views: { before: before.view, after: after.view } }
}

/** How one requirement stood in each snapshot. Read from the rows: no file is opened. */
export async function readRequirementHistory(
  ground: Ground,
  caller: Caller,
  requirementId: string,
): Promise<RequirementHistory> {
  demand(caller, 'assessment.read')
  requirementOf(ground, requirementId)
  const rows = await ground.storage.read(scopeOf(caller), listSnapshots)
  return rows.map((row) => ({
    snapshotId: row.snapshot_id,
    fiscalYear: row.fiscal_year,
    number: row.number,
    takenOn: row.taken_on,
    state: statesOf(row)[requirementId],
  }))
}

/** Opens a snapshot. Refuses as `corrupt` what differs from its digest, or from the one the journal wrote down. */
export async function openSnapshot(ground: Ground, scope: Scope, snapshotId: string): Promise<OpenedSnapshot> {
  const row = await ground.storage.read(scope, (db) => findSnapshot(db, snapshotId))
  if (!row) throw new Refusal('not-found', { what: 'snapshot', snapshotId })
  const { mediaType, content } = await ground.blobs.get(scope, row.blob_id)
  const opened = openContent(snapshotId, { bytes: await buffer(content), mediaType }, row.digest)
  if ((await digestInJournal(ground, scope, snapshotId)) !== row.digest || !isSaidBy(row, opened.assessment))
    throw new Refusal('corrupt', { what: 'snapshot', snapshotId, number: row.number })
  return { row, content: opened }
}

async function digestInJournal({ journal }: Ground, scope: Scope, snapshotId: string): Promise<unknown> {
  const filter = { act: 'assessment.snapshot-taken', subjectKind: 'snapshot', subjectId: snapshotId }
  const { entries } = await journal.entries(scope, filter, { limit: 1 })
  return (entries[0]?.detail as { readonly digest?: unknown } | undefined)?.digest
}

/** Whether the figures in the row, which lists show without opening the file, are those of the file. */
function isSaidBy(row: SnapshotRow, { counts, requirements }: Assessment): boolean {
  const states = statesOf(row)
  const shown = countsOf(row)
  const same = (kind: 'C' | 'D', state: State) => shown[kind][state] === counts[kind][state]
  const kinds = ['C', 'D'] as const
  return (
    requirements.every(({ id, state }) => states[id] === state) &&
    kinds.every((kind) => (Object.keys(counts[kind]) as State[]).every((state) => same(kind, state)))
  )
}

export function snapshotViewOf(row: SnapshotRow, nameOf: (accountId: string) => string): SnapshotView {
  return {
    snapshotId: row.snapshot_id,
    fiscalYear: row.fiscal_year,
    number: row.number,
    edition: row.edition,
    takenOn: row.taken_on,
    takenAt: row.taken_at,
    takenBy: nameOf(row.taken_by),
    counts: countsOf(row),
    digest: row.digest,
    ...(row.approved_by === null ? {} : { approvedBy: nameOf(row.approved_by) }),
    ...(row.approved_at === null ? {} : { approvedOn: dayOf(row.approved_at) }),
  }
}

function countsOf({ counts }: SnapshotRow): { readonly C: Counts; readonly D: Counts } {
  return JSON.parse(counts)
}

function statesOf({ states }: SnapshotRow): Readonly<Record<string, State | undefined>> {
  return JSON.parse(states)
}
