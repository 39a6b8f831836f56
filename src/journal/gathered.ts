import type { CompactRange, Entry } from '@omamori/ledger'
import type { Change, LogState, NewLogEntry } from '#storage'

/** An entry that waits for the commit, and its leaf hash as the writer counted it. */
export interface Waiting {
  readonly entry: Entry
  readonly row: NewLogEntry
  readonly leaf: Uint8Array
}

/** What a commit group adds to one log. The entries are added all at once, just before the commit. */
export interface Gathered {
  /** The log as it lies in the database, or as we remember that it does. */
  readonly log: LogState
  /** Whether its row was read and locked for this group, or is compared when the log is moved on. */
  readonly isRead: boolean
  readonly before: CompactRange
  /** Only the first `count` are meant: what lies behind them belonged to a change that failed. */
  readonly waiting: Waiting[]
  readonly count: number
  /** To be signed with this commit, however short ago the last signature was. */
  readonly signNow: boolean
}

const NEWEST = 'journal'

export function gatheredIn(change: Change, origin: string): Gathered | undefined {
  return change.group.get(`${NEWEST} ${origin}`) as Gathered | undefined
}

/** The newest log of the facility, as far as this commit group has come across it. */
export function newestIn(change: Change): Gathered | undefined {
  const origin = change.group.get(NEWEST) as string | undefined
  return origin === undefined ? undefined : gatheredIn(change, origin)
}

export function gather(change: Change, gathered: Gathered): void {
  change.group.set(`${NEWEST} ${gathered.log.origin}`, gathered)
}

/** Makes the log the one that appends of this group go to. */
export function turnTo(change: Change, gathered: Gathered): void {
  gather(change, gathered)
  change.group.set(NEWEST, gathered.log.origin)
}

/** The same with entries at its end. */
export function withEntries(gathered: Gathered, added: readonly Waiting[]): Gathered {
  const { waiting, count } = gathered
  waiting.length = count
  waiting.push(...added)
  return { ...gathered, count: waiting.length }
}

export function entriesOfGroup({ waiting, count }: Gathered): readonly Waiting[] {
  return waiting.slice(0, count)
}
