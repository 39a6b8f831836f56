import { appendLeaves, type CompactRange, frontierBytes } from '@omamori/ledger'
import { Refusal } from '#shared'
import { type Change, type LogState, RunAgain } from '#storage'
import type { Surroundings } from './add-entry.ts'
import { entriesOfGroup, type Gathered, type Waiting } from './gathered.ts'
import type { KnownLogs } from './known-logs.ts'
import type { Searcher } from './make-searchable.ts'
import type { SignPace } from './sign-pace.ts'

/**
 * Adds what a commit group wrote to a log, just before the commit, and moves the log's state on. The new entries are
 * read back and hashed a second time, apart from the first: a bit that flipped on the way into the database must never be
 * sealed or signed over, as it was in two logs of Certificate Transparency. Both ways must lead to the same tree.
 */
export async function keepGroup(
  { findKey }: Pick<Surroundings, 'findKey'>,
  pace: SignPace,
  searcher: Searcher,
  known: KnownLogs,
  change: Change,
  gathered: Gathered,
): Promise<void> {
  const { log, before, signNow } = gathered
  const entries = entriesOfGroup(gathered)
  const leaves = entries.map(({ leaf }) => leaf)
  const after = appendLeaves(before, leaves)
  if (entries.length > 0) await addAndReadBack(change, known, gathered, entries, after)
  await searcher.add(change, log, entries)
  const key = await findKey(change.scope, log)
  const signedSize = await pace.signWhenDue(change, { log, after, leaves, signNow }, key)
  const seal = key.sealOf(after, signedSize)
  const to = { size: after.size, frontier: frontierBytes(after), signed_size: signedSize, seal }
  if (!(await change.logs.moveOn(gathered, to))) {
    if (!gathered.isRead) throw notAsRemembered(known, log)
    throw new Refusal('conflict', { log: log.origin, expectedSize: log.size })
  }
  pace.left(log.origin, seal)
  const blocks = searcher.left(log.origin, seal)
  if (blocks === undefined) known.forget(log)
  else known.left({ ...log, ...to, blocks }, after)
}

async function addAndReadBack(
  change: Change,
  known: KnownLogs,
  gathered: Gathered,
  entries: readonly Waiting[],
  after: CompactRange,
): Promise<void> {
  const { log, before } = gathered
  const rows = entries.map(({ row }) => row)
  const readBack = await change.logs.add(gathered, rows)
  if (readBack === undefined) throw notAsRemembered(known, log)
  const found = appendLeaves(before, readBack)
  if (!sameRange(found, after)) {
    throw new Refusal('corrupt', { what: 'entries read back differ from those written', log: log.origin })
  }
}

/** Another process went on, or somebody altered the row: it is read and judged, and everything done once more. */
function notAsRemembered(known: KnownLogs, log: LogState): RunAgain {
  known.forget(log)
  return new RunAgain(`${log.origin} is not as it was left`)
}

function sameRange(a: CompactRange, b: CompactRange): boolean {
  const isSame = (hash: Uint8Array, i: number) => Buffer.compare(hash, b.frontier[i] ?? new Uint8Array()) === 0
  return a.size === b.size && a.frontier.length === b.frontier.length && a.frontier.every(isSame)
}
