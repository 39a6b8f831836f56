import { appendLeaves, EMPTY_RANGE, type Entry, frontierBytes, type LogEnd, rootOf, type Thing } from '@omamori/ledger'
import { dayOf, fiscalYearOf, type Instant, Refusal } from '#shared'
import type { Change } from '#storage'
import { addEntryTo, type NewEntry, type Surroundings } from './add-entry.ts'
import { entriesOfGroup, type Gathered, gather, gatheredIn, turnTo } from './gathered.ts'
import { numberIn, originOf } from './log-name.ts'
import { newSigningKey } from './signing-key.ts'
import { addLog } from './store.ts'

/** Opens the first log of a facility, once: whoever finds none later has lost one. */
export async function createLog(around: Surroundings, change: Change, at: Instant): Promise<void> {
  if ((await change.logs.newest()) !== undefined) throw new Refusal('already-exists', { what: 'log' })
  const { named, first } = ofThisYear(change, at)
  await openLog(around, change, named, first)
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
  const { named, first } = ofThisYear(change, at)
  return openLog(around, change, named, { ...first, previous: endOf(older) })
}

/**
 * Opens a log that goes on after a loss. Its name is neither one of ours nor that of the log that is gone: two logs of one
 * name would be a fork.
 */
export async function openContinuation(
  around: Surroundings,
  change: Change,
  newest: Gathered,
  at: Instant,
  gone: string,
  first: (subject: Thing) => NewEntry & Pick<Entry, 'previous'>,
): Promise<Gathered> {
  gather(change, { ...newest, signNow: true })
  around.keepLater(change, newest.log.origin)
  const facilityId = facilityOf(change)
  const year = Math.max(newest.log.fiscal_year, fiscalYearOf(dayOf(at)))
  const taken = [newest.log.origin, gone].map((origin) => numberIn(facilityId, year, origin) ?? 0)
  const origin = originOf(facilityId, year, Math.max(...taken) + 1)
  return openLog(around, change, { origin, year, at }, first({ kind: 'log', id: origin }))
}

async function openLog(
  around: Surroundings,
  change: Change,
  { origin, year, at }: { readonly origin: string; readonly year: number; readonly at: Instant },
  first: NewEntry & Pick<Entry, 'previous'>,
): Promise<Gathered> {
  const { row, key } = await newSigningKey(around.keys, change.scope, origin, around.randomBytes)
  const log = {
    facility_id: facilityOf(change),
    origin,
    fiscal_year: year,
    size: EMPTY_RANGE.size,
    frontier: frontierBytes(EMPTY_RANGE),
    created_at: at,
    signed_size: 0,
    seal: key.sealOf(EMPTY_RANGE, 0),
    number: await change.logs.freeNumber(),
    ...row,
  }
  await addLog(change, log)
  const begun = { log: { ...log, blocks: 0 }, before: EMPTY_RANGE, isRead: true }
  const opened: Gathered = { ...begun, waiting: [], count: 0, signNow: true }
  turnTo(change, opened)
  await addEntryTo(around, change, opened, at, first)
  return gatheredIn(change, origin) ?? opened
}

/** The name of the log of this moment's fiscal year, and what its first entry says. */
function ofThisYear(change: Change, at: Instant) {
  const year = fiscalYearOf(dayOf(at))
  const origin = originOf(facilityOf(change), year)
  const first = { act: 'journal.opened', actor: { kind: 'system' }, subject: { kind: 'log', id: origin } } as const
  return { named: { origin, year, at }, first }
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
