import { type Json, Refusal } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { KeptEntry, NewEntry } from './add-entry.ts'
import type { Earlier } from './audit/choose.ts'
import { type AuditResult, auditResult, type JournalPage, type JournalReport } from './contract.ts'

// A full audit and an incremental one are two acts: what the first found stands until the next of its kind.
const FULL = 'journal.verified'
const INCREMENTAL = 'journal.sampled'

interface Ground {
  readonly storage: Storage
  append(change: Change, entry: NewEntry): Promise<KeptEntry>
}

/** What of a report is kept: enough to raise an alarm and to find the place again. */
export function resultOf({ verifiedAt, entries, findings, leftOut, coverage, logs }: JournalReport): AuditResult {
  const [first] = findings
  const { mode, checked, share } = coverage
  const heads = logs.map(({ log, size, root }) => ({ log, size, root }))
  const sharePerMillion = share === undefined ? undefined : Math.round(share * 1_000_000)
  const result = { verifiedAt, entries, findings: findings.length + leftOut, mode, checked, sharePerMillion, heads }
  return first ? { ...result, first: { code: first.code, log: first.log, index: first.index } } : result
}

/**
 * Writes down that somebody verified, and what came out: the journal itself says when it was last looked at. Where nothing
 * can be written that is no reason to withhold the report; false then.
 */
export async function keepAudit(
  { storage, append }: Ground,
  scope: Scope,
  actor: NewEntry['actor'],
  report: JournalReport,
): Promise<boolean> {
  const log = report.logs.at(-1)?.log
  if (log === undefined) return false
  const outcome = report.findings.length === 0 ? 'done' : 'failed'
  const detail = JSON.parse(JSON.stringify(resultOf(report))) as Json
  try {
    const subject = { kind: 'log', id: log }
    const act = report.coverage.mode === 'full' ? FULL : INCREMENTAL
    await storage.write(scope, (change) => append(change, { act, actor, subject, outcome, detail }))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

type ReadPage = (filter: { readonly act: string }, paging: { readonly limit: number }) => Promise<JournalPage>

// Of the acts of the journal itself nearly all are audits.
const ENOUGH = 20

/** The newest full audit that was written down, and the newest of all. */
export async function earlierAudits(read: ReadPage): Promise<Earlier> {
  const [last] = (await read({ act: FULL }, { limit: 1 })).entries
  const own = (await read({ act: 'journal.' }, { limit: ENOUGH })).entries
  const newest = own.find(({ act }) => act === FULL || act === INCREMENTAL) ?? last
  const full = auditResult.safeParse(last?.detail).data
  return { full, newest: newest === last ? full : auditResult.safeParse(newest?.detail).data }
}

/**
 * What the last verification found. When that was an incremental one that found nothing, what the last full one found still
 * stands: the entries it named may not have been among those drawn.
 */
export function lastOf({ full, newest }: Earlier): AuditResult | undefined {
  if (newest === undefined || newest.findings > 0) return newest
  if (full && full.findings > 0) return full
  return { ...newest, fullAt: full?.verifiedAt }
}
