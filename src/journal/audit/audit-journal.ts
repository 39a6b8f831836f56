import { availableParallelism } from 'node:os'
import type { Keys } from '#keys'
import type { Clock } from '#shared'
import { logTables, type Scope, type Storage } from '#storage'
import type { AuditCoverage, AuditProgress, JournalFinding, JournalReport } from '../contract.ts'
import type { Recounted } from '../verify-journal.ts'
import { type AuditMode, type Choice, chooseMode, type Earlier } from './choose.ts'
import { type Hands, openHands } from './hands.ts'
import { type Looked, look } from './look.ts'
import { type AuditPlan, planAudit } from './plan-audit.ts'
import { type Standing, standingOf } from './stand.ts'

export interface AuditOptions {
  /** `full` unless said otherwise. */
  readonly mode?: AuditMode
  /** Of the older entries, in an incremental audit: 0.01 unless said otherwise. */
  readonly share?: number
  /** After how many days `auto` looks at everything again: 31 unless said otherwise. */
  readonly fullEveryDays?: number
  readonly onProgress?: (progress: AuditProgress) => void
  /** Ends the audit; nothing is written down of it. */
  readonly signal?: AbortSignal
  /** What blocks are drawn with. */
  readonly randomBytes?: (length: number) => Uint8Array
  /** How many threads; by default one for each processor, four at most, and none where there is little to do. */
  readonly threads?: number
}

export interface AuditGround {
  readonly storage: Storage
  readonly keys: Keys
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
}

const SHARE = 0.01
const FULL_EVERY_DAYS = 31
const MOST_THREADS = 4
// To start threads takes as long as to look at so many entries.
const ENTRIES_WORTH_THREADS = 16_384

/**
 * 証跡の監査 — looks through the journal in pieces, in as many threads as there are processors. Where a piece is not as it
 * should be, the careful recount of everything says what it is, so that a finding is the same whichever way was taken.
 */
export async function auditJournal(
  ground: AuditGround,
  scope: Scope,
  earlier: Earlier,
  options: AuditOptions = {},
): Promise<JournalReport> {
  const { storage, keys, clock } = ground
  const started = clock.now()
  const heads = (earlier.newest?.findings === 0 ? earlier.newest.heads : undefined) ?? []
  const standing = await storage.read(scope, (db) => standingOf(keys, scope, db, heads))
  const entries = standing.reduce((sum, { plan }) => sum + plan.size, 0)
  const { mode = 'full', fullEveryDays = FULL_EVERY_DAYS, share = SHARE } = options
  const choice = chooseMode(mode, earlier, { entries, now: started, fullEveryDays })
  const sample =
    choice.mode === 'incremental' ? { share, randomBytes: options.randomBytes ?? ground.randomBytes } : undefined
  const plan = planAudit(standing, sample)
  const hands = await openHands(ground, scope, options.threads ?? threadsFor(plan.checked))
  try {
    const looked = await look(hands, plan, standing, options)
    const recounted = looked.doubts.length > 0 ? await recount(hands, looked, standing) : undefined
    const took = { threads: hands.count, tookMs: Math.max(0, Date.parse(clock.now()) - Date.parse(started)) }
    const coverage = { ...coverageOf(plan, choice, sample?.share, entries, recounted !== undefined), ...took }
    const found = recounted ?? wholeOf(looked, standing, entries)
    return {
      ...{ format: 'journal-report@1', verifiedAt: clock.now(), coverage },
      ...{ ...found, logs: [...found.logs], findings: [...found.findings] },
    }
  } finally {
    await hands.close()
  }
}

function threadsFor(entries: number): number {
  return entries < ENTRIES_WORTH_THREADS ? 0 : Math.min(MOST_THREADS, availableParallelism())
}

/** Whatever was in doubt, in an incremental audit too: then everything is looked at. */
async function recount(hands: Hands, looked: Looked, standing: readonly Standing[]): Promise<Recounted> {
  const { recounted } = await hands.run({ kind: 'careful' })
  if (recounted === undefined) throw new Error('a recount gave no answer')
  const rest = logTables.filter((table) => !looked.tables.includes(table))
  const { damagedTables = [] } = await hands.run({ kind: 'indexes', tables: rest })
  const findings = [...recounted.findings, ...indexFindings([...looked.damagedTables, ...damagedTables], standing)]
  if (findings.length > 0) return { ...recounted, findings }
  return { ...recounted, findings: unexplained(looked, standing) }
}

/** Everything fits together, and still something did not: what an earlier audit found is not here, or a reading went wrong. */
function unexplained({ doubts }: Looked, standing: readonly Standing[]): readonly JournalFinding[] {
  const rewritten = standing.filter(({ begins }) => !begins)
  if (rewritten.length === 0) return [{ log: newestOf(standing), code: 'readings-differ', facts: { doubts } }]
  return rewritten.map(({ plan, before }) => ({
    log: plan.log.origin,
    code: 'differs-from-audit',
    index: Math.max(0, Math.min(before, plan.size) - 1),
    facts: { size: before },
  }))
}

function wholeOf({ damagedTables }: Looked, standing: readonly Standing[], entries: number): Recounted {
  const logs = standing.map(({ summary }) => summary)
  return { entries, logs, findings: indexFindings(damagedTables, standing), leftOut: 0 }
}

function indexFindings(tables: readonly string[], standing: readonly Standing[]): readonly JournalFinding[] {
  return tables.map((table) => ({ log: newestOf(standing), code: 'index-differs', facts: { table } }))
}

const newestOf = (standing: readonly Standing[]) => standing.at(-1)?.plan.log.origin ?? ''

function coverageOf(
  { checked, older, fresh }: AuditPlan,
  { mode, because, since }: Choice,
  share: number | undefined,
  entries: number,
  isRecounted: boolean,
): Omit<AuditCoverage, 'threads' | 'tookMs'> {
  const from = since && { since: { verifiedAt: since.verifiedAt, entries: since.entries } }
  if (mode === 'incremental' && !isRecounted)
    return { mode, because, checked, fresh, older, olderChecked: checked - fresh, share, ...from, indexes: false }
  const why = mode === 'incremental' ? 'found' : because
  return {
    mode: 'full',
    because: why,
    checked: entries,
    fresh: entries - older,
    older,
    olderChecked: older,
    ...from,
    indexes: true,
  }
}
