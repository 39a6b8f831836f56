import { appendLeaves, EMPTY_RANGE, frontierBytes, type LogEnd, rootOf } from '@omamori/ledger'
import { dayOf, fiscalYearOf, type Instant, Refusal } from '#shared'
import type { Change } from '#storage'
import { addEntryTo, type Surroundings } from './add-entry.ts'
import { entriesOfGroup, type Gathered, gather, gatheredIn, turnTo } from './gathered.ts'
import { originOf } from './log-name.ts'
import { newSigningKey } from './signing-key.ts'
import { addLog } from './store.ts'

/** Opens the first log of a facility, once: whoever finds none later has lost one. */
export async function createLog(around: Surroundings, change: Change, at: Instant): Promise<void> {
  if ((await change.logs.newest()) !== undefined) throw new Refusal('already-exists', { what: 'log' })
  await openLog(around, change, originNow(change, at), at, {})
}

/**
 * Opens the log of the fiscal year (年度) of `at`. Its first entry names the last checkpoint of the log that it continues,
 * which is signed with the same commit: from then on the older log is sealed by the newer one.
 */
export async function continueLog(
  around: Surroundings,
  change: Change,
  older: Gathered,
  at: Instant,
): Promise<Gathered> {
  gather(change, { ...older, signNow: true })
  around.keepLater(change, older.log.origin)
  return openLog(around, change, originNow(change, at), at, { previous: endOf(older) })
}

async function openLog(
  around: Surroundings,
  change: Change,
  origin: string,
  at: Instant,
  first: { readonly previous?: LogEnd },
): Promise<Gathered> {
  const { row, key } = await newSigningKey(around.keys, change.scope, origin, around.randomBytes)
  const log = {
    facility_id: facilityOf(change),
    origin,
    fiscal_year: fiscalYearOf(dayOf(at)),
    size: EMPTY_RANGE.size,
    frontier: frontierBytes(EMPTY_RANGE),
    created_at: at,
    signed_size: 0,
    seal: key.sealOf(EMPTY_RANGE, 0),
    ...row,
  }
  await addLog(change, log)
  const opened: Gathered = { log, before: EMPTY_RANGE, waiting: [], count: 0, signNow: true }
  turnTo(change, opened)
  const entry = { act: 'journal.opened', actor: { kind: 'system' }, subject: { kind: 'log', id: origin } } as const
  await addEntryTo(around, change, opened, at, { ...entry, ...first })
  return gatheredIn(change, origin) ?? opened
}

function originNow(change: Change, at: Instant): string {
  return originOf(facilityOf(change), fiscalYearOf(dayOf(at)))
}

function endOf(older: Gathered): LogEnd {
  const leaves = entriesOfGroup(older).map(({ leaf }) => leaf)
  const range = appendLeaves(older.before, leaves)
  return { origin: older.log.origin, size: range.size, root: Buffer.from(rootOf(range)).toString('hex') }
}

function facilityOf(change: Change): string {
  if (change.scope === 'installation') throw new TypeError('a log belongs to a facility')
  return change.scope.facilityId
}
