import { LedgerError, type LogReport, readRange, rootOf, TILE_WIDTH, tileWidth } from '@omamori/ledger'
import type { Keys } from '#keys'
import type { LogRow, Reader, Scope } from '#storage'
import type { Found } from './check-rows.ts'
import { originOf } from './log-name.ts'
import { decodedOrUndefined } from './read-entries.ts'
import { signerOf } from './signing-key.ts'
import { tileNamesOf } from './store.ts'

/** How a log ended, as recomputed: what its successor must name. */
export interface Ending {
  readonly origin: string
  readonly size: number
  readonly root: string
}

/** The log's own row: every column is either recomputed or opened. */
export async function checkState(
  keys: Keys,
  scope: Scope,
  log: LogRow,
  report: LogReport,
  first: Uint8Array | undefined,
  found: Found,
): Promise<void> {
  const last = Math.max(0, report.size - 1)
  if (log.size !== report.size)
    found('log-state-differs', last, { column: 'size', expected: report.size, got: log.size })
  else if (rootInState(log) !== report.root) found('log-state-differs', last, { column: 'frontier' })
  if (!isNamedRightly(log)) found('log-state-differs', 0, { column: 'fiscal_year' })
  const opening = first && decodedOrUndefined(first)
  if (opening && opening.at !== log.created_at) found('log-state-differs', 0, { column: 'created_at' })
  if ((await signerOf(keys, scope, log)) === undefined) found('signing-key-differs', undefined)
}

function rootInState(log: LogRow): string | undefined {
  try {
    return Buffer.from(rootOf(readRange(log.size, log.frontier))).toString('base64')
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function isNamedRightly({ facility_id, fiscal_year, origin }: LogRow): boolean {
  return originOf(facility_id, fiscal_year) === origin
}

/** Tiles that the tree does not have; those it has are compared by the ledger's verifier. */
export async function checkTileNames(db: Reader, log: LogRow, size: number, found: Found): Promise<void> {
  for (const { level, tile_index } of await tileNamesOf(db, log.origin)) {
    if (tile_index >= 0 && level >= 0 && tileWidth(size, level, tile_index) > 0) continue
    const leaf = Math.max(0, tile_index) * TILE_WIDTH ** (Math.max(0, level) + 1)
    found('tile-unexpected', Math.min(leaf, Number.MAX_SAFE_INTEGER), { level, tile: tile_index })
  }
}

/** Whether the first entry continues the log of the year before as that ended. */
export function continuation(
  log: LogRow,
  report: LogReport,
  first: Uint8Array | undefined,
  older: Ending | undefined,
  found: Found,
): Ending {
  const previous = first && decodedOrUndefined(first)?.previous
  if (previous && previous.origin !== older?.origin) found('previous-log-missing', 0, { origin: previous.origin })
  else if (older && !previous) found('previous-log-differs', 0, { origin: older.origin })
  else if (older && previous && (previous.size !== older.size || previous.root !== older.root)) {
    found('previous-log-differs', 0, { expected: previous, got: older })
  }
  const root = Buffer.from(report.root, 'base64').toString('hex')
  return { origin: log.origin, size: report.size, root }
}
