import { type Json, Refusal } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { KeptEntry, NewEntry } from './add-entry.ts'
import { type AuditResult, auditResult, type JournalPage, type JournalReport } from './contract.ts'

const ACT = 'journal.verified'

interface Ground {
  readonly storage: Storage
  append(change: Change, entry: NewEntry): Promise<KeptEntry>
}

/** What of a report is kept: enough to raise an alarm and to find the place again. */
export function resultOf({ verifiedAt, entries, findings, leftOut }: JournalReport): AuditResult {
  const [first] = findings
  const result = { verifiedAt, entries, findings: findings.length + leftOut }
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
    await storage.write(scope, (change) => append(change, { act: ACT, actor, subject, outcome, detail }))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** What the last verification that was written down found. */
export async function lastAudit(
  read: (filter: { readonly act: string }, paging: { readonly limit: number }) => Promise<JournalPage>,
): Promise<AuditResult | undefined> {
  const { entries } = await read({ act: ACT }, { limit: 1 })
  return auditResult.safeParse(entries[0]?.detail).data
}
