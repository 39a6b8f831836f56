import { verifyLog } from '@omamori/ledger'
import type { Keys } from '#keys'
import { type LogCheckpointRow, type LogRow, MOST_ENTRIES_OF_A_LOG, type Reader, type Scope } from '#storage'
import { checkState, checkTileNames, continuation, type Ending } from './check-log.ts'
import { checkCheckpoint, checkDetail, checkEnd, type Found } from './check-rows.ts'
import { checkSearch } from './check-search.ts'
import type { JournalFinding, JournalReport, LogSummary } from './contract.ts'
import { decodedOrUndefined } from './log-state.ts'
import { keyOf } from './signing-key.ts'
import {
  allLogs,
  checkpointsOf,
  entriesOf,
  findTile,
  lastCheckpointOf,
  originsInUse,
  searchedNumbers,
  strayEntries,
} from './store.ts'
import { sealedTail } from './verify-tail.ts'

/** What recomputing says; when it was done, and why, is for whoever asked to say. */
export interface Recounted extends Pick<JournalReport, 'entries' | 'leftOut'> {
  readonly logs: readonly LogSummary[]
  readonly findings: readonly JournalFinding[]
}

/**
 * 証跡の検証 — recomputes every log of the facility from its entries, and compares everything else that is stored of
 * the journal with them: no column of any row is left out. Findings are collected; only a fault throws. It goes slowly, one
 * entry after the other, and names every place; where nothing is wrong, `audit/` says so faster.
 */
export async function verifyJournal(keys: Pick<Keys, 'open'>, scope: Scope, db: Reader): Promise<Recounted> {
  const findings: JournalFinding[] = []
  const logs = await allLogs(db)
  const summaries: LogSummary[] = []
  let leftOut = 0
  let older: Ending | undefined
  for (const log of logs) {
    const { summary, found, more, ending } = await verifyOne(keys, scope, db, log, older)
    summaries.push(summary)
    findings.push(...found)
    leftOut += more
    older = ending
  }
  findings.push(...(await strays(db, logs)))
  const entries = summaries.reduce((sum, { size }) => sum + size, 0)
  return { entries, logs: summaries, findings, leftOut }
}

/** Rows that belong to none of the logs. */
export async function strays(db: Reader, logs: readonly LogRow[]): Promise<readonly JournalFinding[]> {
  const missing = (log: string, index: number): JournalFinding => ({ log, code: 'log-missing', index, facts: {} })
  const origins = (await originsInUse(db)).filter((origin) => !logs.some((log) => log.origin === origin))
  const entries = (await strayEntries(db, logs)).map(({ entry_id, entry }) => {
    const index = Math.max(0, entry_id) % MOST_ENTRIES_OF_A_LOG
    return missing(decodedOrUndefined(entry)?.log ?? `#${Math.floor(entry_id / MOST_ENTRIES_OF_A_LOG)}`, index)
  })
  const numbers = (await searchedNumbers(db)).filter((found) => !logs.some(({ number }) => number === found))
  return [
    ...origins.map((origin) => missing(origin, 0)),
    ...entries,
    ...numbers.map((found) => missing(`#${found}`, 0)),
  ]
}

interface Verified {
  readonly summary: LogSummary
  readonly found: readonly JournalFinding[]
  readonly more: number
  readonly ending: Ending
}

async function verifyOne(
  keys: Pick<Keys, 'open'>,
  scope: Scope,
  db: Reader,
  log: LogRow,
  older: Ending | undefined,
): Promise<Verified> {
  const rows: JournalFinding[] = []
  const found: Found = (code, index, facts = {}) => rows.push({ log: log.origin, code, index, facts })
  const ends = new Map<number, string>()
  let first: Uint8Array | undefined
  const key = await keyOf(keys, scope, log)
  const last = await lastCheckpointOf(db, log.origin)
  const tail = key && (await sealedTail(db, log, key, last))
  const search = await checkSearch(db, log, found)
  const report = await verifyLog(log.origin, log.verifier_key, {
    async *checkpoints() {
      let previous: LogCheckpointRow | undefined
      for await (const row of checkpointsOf(db, log.origin)) {
        checkCheckpoint(row, previous, found)
        ends.set(row.size, row.created_at)
        previous = row
        yield row.note
      }
      if (tail) yield tail.note
    },
    async *entries() {
      for await (const row of entriesOf(db, log)) {
        if (row.index === 0) first = row.entry
        const entry = decodedOrUndefined(row.entry)
        await search.see(row.index, entry)
        if (entry) {
          checkEnd(row.index, entry, ends.get(row.index + 1), found)
          await checkDetail(keys, scope, row, entry, found)
        }
        yield { index: row.index, bytes: row.entry }
      }
    },
    tile: async (level, index) => tail?.tile(level, index) ?? (await findTile(db, log.origin, level, index))?.hashes,
  })
  await search.end(report.size)
  await checkTileNames(db, log, report.signedSize, found)
  checkState(key, log, report, last?.size ?? 0, first, found)
  const { ending, lost } = continuation(log, report, first, older, found)
  const all = [...report.findings.map((finding) => ({ log: log.origin, ...finding })), ...rows]
  all.sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity) || 0)
  const { size, root } = report
  const signedSize = tail ? (last?.size ?? 0) : report.signedSize
  const summary = {
    log: log.origin,
    fiscalYear: log.fiscal_year,
    size,
    signedSize,
    root,
    verifierKey: log.verifier_key,
    ...(lost && { lost }),
  }
  return { summary, found: all, more: report.leftOut, ending }
}
