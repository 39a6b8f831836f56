import { type LogReport, rootOf, TILE_WIDTH, tileWidth } from '@omamori/ledger'
import type { LogRow, Reader } from '#storage'
import type { Found } from './check-rows.ts'
import { isNamedRightly } from './log-name.ts'
import { decodedOrUndefined, rangeOf } from './log-state.ts'
import { isSealed, type LogKey } from './signing-key.ts'
import { tileNamesOf } from './store.ts'

/** How a log ended, as recomputed: what its successor must name. */
export interface Ending {
  readonly origin: string
  readonly size: number
  readonly root: string
}

/** The log's own row: every column is either recomputed or opened. */
export function checkState(
  key: LogKey | undefined,
  log: LogRow,
  report: Pick<LogReport, 'size' | 'root'>,
  signedSize: number,
  first: Uint8Array | undefined,
  found: Found,
): void {
  const last = Math.max(0, report.size - 1)
  const range = rangeOf(log)
  if (log.size !== report.size)
    found('log-state-differs', last, { column: 'size', expected: report.size, got: log.size })
  else if (range === undefined || base64(rootOf(range)) !== report.root)
    found('log-state-differs', last, { column: 'frontier' })
  if (!isNamedRightly(log)) found('log-state-differs', 0, { column: 'fiscal_year' })
  const opening = first && decodedOrUndefined(first)
  if (opening && opening.at !== log.created_at) found('log-state-differs', 0, { column: 'created_at' })
  if (key === undefined) found('signing-key-differs', undefined)
  else if (range && log.seal && !isSealed(key, range, log)) found('log-state-differs', last, { column: 'seal' })
  if (log.signed_size !== null && log.signed_size !== signedSize)
    found('checkpoint-gap', Math.max(0, log.signed_size - 1), { from: signedSize, to: log.signed_size })
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Tiles that the tree does not have; those it has are compared by the ledger's verifier. */
export async function checkTileNames(db: Reader, log: LogRow, size: number, found: Found): Promise<void> {
  for (const { level, tile_index } of await tileNamesOf(db, log.origin)) {
    if (tile_index >= 0 && level >= 0 && tileWidth(size, level, tile_index) > 0) continue
    const leaf = Math.max(0, tile_index) * TILE_WIDTH ** (Math.max(0, level) + 1)
    found('tile-unexpected', Math.min(leaf, Number.MAX_SAFE_INTEGER), { level, tile: tile_index })
  }
}

/** How a log hangs on the one before it. */
export interface Continuation {
  readonly ending: Ending
  /** Entries that were lost before this log was begun, as its first entry declares. */
  readonly lost?: { readonly log: string; readonly from: number; readonly to: number }
}

/** Whether the first entry continues the log before as that ended, or says what of it was lost. */
export function continuation(
  log: LogRow,
  report: Pick<LogReport, 'size' | 'root'>,
  first: Uint8Array | undefined,
  older: Ending | undefined,
  found: Found,
): Continuation {
  const entry = first && decodedOrUndefined(first)
  const previous = entry?.previous
  const root = Buffer.from(report.root, 'base64').toString('hex')
  const ending = { origin: log.origin, size: report.size, root }
  const kept = previous?.origin === older?.origin ? (older?.size ?? 0) : 0
  if (entry?.act === 'journal.continued' && previous && older && kept < previous.size) {
    return { ending, lost: { log: previous.origin, from: kept, to: previous.size } }
  }
  if (previous && previous.origin !== older?.origin) found('previous-log-missing', 0, { origin: previous.origin })
  else if (older && !previous) found('previous-log-differs', 0, { origin: older.origin })
  else if (older && previous && (previous.size !== older.size || previous.root !== older.root)) {
    found('previous-log-differs', 0, { expected: previous, got: older })
  }
  return { ending }
}
