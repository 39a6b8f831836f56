import type { Keys } from '#keys'
import type { Clock } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { KeptEntry, NewEntry, Surroundings } from './add-entry.ts'
import { append } from './append.ts'
import type { JournalFilter, JournalPage, JournalPaging, JournalReport } from './contract.ts'
import { readEntries } from './read-entries.ts'
import { signLog } from './sign-log.ts'
import { rememberingSigners } from './signing-key.ts'
import { verifyJournal } from './verify-journal.ts'

/** 証跡 — what happened, in a log that nobody can rewrite unnoticed. */
export interface Journal {
  /**
   * Writes an entry in the caller's change, whose scope must be a facility. It is kept when the change is kept, and
   * signed with it: durable once `storage.write` returns. Refuses what format v1 refuses.
   */
  append(change: Change, entry: NewEntry): Promise<KeptEntry>
  /** A page of entries, newest first, with their details opened. Who may read them is the caller's to decide. */
  entries(scope: Scope, filter?: JournalFilter, paging?: JournalPaging): Promise<JournalPage>
  /** Recomputes everything; a damaged journal is a report with findings. */
  verify(scope: Scope): Promise<JournalReport>
}

export interface JournalParts {
  readonly storage: Storage
  readonly keys: Keys
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
}

export function openJournal({ storage, keys, clock, randomBytes }: JournalParts): Journal {
  const findSigner = rememberingSigners(keys)
  const sealLater: Surroundings['sealLater'] = (change, before) =>
    change.beforeCommit(`journal ${before.origin}`, (last) => signLog(last, before, findSigner))
  const around: Surroundings = { keys, clock, randomBytes, sealLater }
  return {
    append: (change, entry) => append(around, change, entry),
    entries: (scope, filter = {}, paging = {}) =>
      storage.read(scope, (db) => readEntries(keys, scope, db, filter, paging)),
    verify: (scope) => storage.read(scope, (db) => verifyJournal(keys, clock, scope, db)),
  }
}
