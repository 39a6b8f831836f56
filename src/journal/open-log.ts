import { EMPTY_RANGE, frontierBytes, type LogEnd, readRange, rootOf } from '@omamori/ledger'
import { dayOf, fiscalYearOf, type Instant, Refusal } from '#shared'
import type { Change, LogRow } from '#storage'
import { addEntryTo, type Surroundings } from './add-entry.ts'
import { originOf } from './log-name.ts'
import { newSigningKey } from './signing-key.ts'
import { addLog, findLog, lockNewestLog } from './store.ts'

/**
 * Opens the log of the fiscal year (年度) of `at`. Its first entry says so, and names the last checkpoint of the log
 * that it continues: from then on the older log is sealed by the newer one.
 */
export async function openLog(
  around: Surroundings,
  change: Change,
  facilityId: string,
  older: LogRow | undefined,
  at: Instant,
): Promise<LogRow> {
  const fiscalYear = fiscalYearOf(dayOf(at))
  const origin = originOf(facilityId, fiscalYear)
  const row: LogRow = {
    facility_id: facilityId,
    origin,
    fiscal_year: fiscalYear,
    size: EMPTY_RANGE.size,
    frontier: frontierBytes(EMPTY_RANGE),
    created_at: at,
    ...(await newSigningKey(around.keys, change.scope, origin, around.randomBytes)),
  }
  await addLog(change, row)
  const kept = await lockNewestLog(change)
  if (kept?.origin !== origin) throw new Refusal('conflict', { log: origin })
  if (kept.size === 0) await addEntryTo(around, change, kept, at, firstEntry(origin, older))
  return (await findLog(change.db, origin)) ?? kept
}

function firstEntry(origin: string, older: LogRow | undefined) {
  const opened = { act: 'journal.opened', actor: { kind: 'system' }, subject: { kind: 'log', id: origin } } as const
  return older === undefined ? opened : { ...opened, previous: endOf(older) }
}

function endOf(log: LogRow): LogEnd {
  const root = rootOf(readRange(log.size, log.frontier))
  return { origin: log.origin, size: log.size, root: Buffer.from(root).toString('hex') }
}
