import { hash } from 'node:crypto'
import { type Entry, LedgerError, parseCheckpoint, parseNote } from '@omamori/ledger'
import type { Keys } from '#keys'
import type { LogCheckpointRow, Scope } from '#storage'
import type { JournalFindingCode } from './contract.ts'
import { openDetail } from './detail.ts'
import type { StoredEntry } from './store.ts'

export type Found = (
  code: JournalFindingCode,
  index: number | undefined,
  facts?: Readonly<Record<string, unknown>>,
) => void

/** `endedAt` is the time that the checkpoint ending with this entry bears. */
export function checkEnd(index: number, entry: Entry, endedAt: string | undefined, found: Found): void {
  if (endedAt !== undefined && endedAt !== entry.at) {
    found('column-differs', index, { table: 'log_checkpoint', column: 'created_at' })
  }
}

/** The ciphertext against the digest, the length and the commitment that stand in the entry. */
export async function checkDetail(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  row: StoredEntry,
  { log, id, detail }: Entry,
  found: Found,
): Promise<void> {
  if (detail === undefined) {
    if (row.detail !== null) found('detail-unexpected', row.index)
  } else if (row.detail === null) {
    found('detail-missing', row.index)
  } else if (row.detail.length !== detail.length || hash('sha256', row.detail) !== detail.sha256) {
    found('detail-differs', row.index, { bytes: row.detail.length, expected: detail.length })
  } else if ((await openDetail(keys, scope, { log, id }, detail, row.detail)) === undefined) {
    found('detail-differs', row.index, { commitment: false })
  }
}

/** The columns against the note and the row before; the verifier of the ledger judges the note itself. */
export function checkCheckpoint(row: LogCheckpointRow, previous: LogCheckpointRow | undefined, found: Found): void {
  const last = Math.max(0, row.size - 1)
  if (row.previous_size !== (previous?.size ?? 0)) {
    found('checkpoint-gap', row.previous_size, { from: previous?.size ?? 0, to: row.previous_size, before: row.size })
  }
  if (sizeInNote(row.note) !== row.size) found('column-differs', last, { table: 'log_checkpoint', column: 'size' })
}

function sizeInNote(note: string): number | undefined {
  try {
    return parseCheckpoint(parseNote(note).text).size
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
