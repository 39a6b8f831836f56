import type { Entry } from '@omamori/ledger'
import type { Keys } from '#keys'
import { type Clock, Refusal } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { KeptEntry, NewEntry, Surroundings } from './add-entry.ts'
import { append, createEncoder, signNewest } from './append.ts'
import type { EntryPlace, JournalFilter, JournalPage, JournalPaging, JournalReport } from './contract.ts'
import { gatheredIn } from './gathered.ts'
import { keepGroup } from './keep-group.ts'
import { createLog } from './open-log.ts'
import { readEntries } from './read-entries.ts'
import { createSequencer } from './sequencer.ts'
import { signPace } from './sign-pace.ts'
import { rememberingKeys } from './signing-key.ts'
import { readRevision } from './store.ts'
import { verifyJournal } from './verify-journal.ts'

/** 証跡 — what happened, in a log that nobody can rewrite unnoticed. */
export interface Journal {
  /** Opens the first log of the facility of the change, once; without it nothing can be written down. */
  create(change: Change): Promise<void>
  /**
   * Writes an entry in the caller's change, whose scope must be a facility. It is kept when the change is kept: durable
   * and sealed once `storage.write` returns, and signed within a moment. Refuses what format v1 refuses.
   */
  append(change: Change, entry: NewEntry): Promise<KeptEntry>
  /** The bytes of an entry, format v1, for `appendEntries`. */
  encode(entry: Entry): Uint8Array
  /**
   * Writes entries that are encoded already, without particulars, in a change of their own that they share with whoever
   * else calls: the fast way in. Gives the place of the first.
   */
  appendEntries(scope: Scope, entries: readonly Uint8Array[]): Promise<EntryPlace>
  /** A page of entries, newest first, with their details opened. Who may read them is the caller's to decide. */
  entries(scope: Scope, filter?: JournalFilter, paging?: JournalPaging): Promise<JournalPage>
  /** Changes with every entry, and so with every change of a facility's rows; it says nothing else. */
  revision(scope: Scope): Promise<string>
  /** Signs the newest log as it stands now. */
  sign(scope: Scope): Promise<void>
  /** Recomputes everything; a damaged journal is a report with findings. */
  verify(scope: Scope): Promise<JournalReport>
  /** Signs what is not signed yet. Call it before the storage is closed. */
  close(): Promise<void>
}

export interface JournalParts {
  readonly storage: Storage
  readonly keys: Keys
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
}

export function openJournal({ storage, keys, clock, randomBytes }: JournalParts): Journal {
  const findKey = rememberingKeys(keys)
  const pace = signPace(clock, (scope) => void sign(scope).catch(() => {}))
  const keepLater: Surroundings['keepLater'] = (change, origin) =>
    change.beforeCommit(`journal ${origin}`, async (last) => {
      const gathered = gatheredIn(last, origin)
      if (gathered) await keepGroup(around, pace, last, gathered)
    })
  const around: Surroundings = { keys, clock, randomBytes, findKey, keepLater }
  const encoder = createEncoder()
  const sequence = createSequencer(storage, around)
  const sign = (scope: Scope) => storage.write(scope, (change) => signNewest(around, change))

  /** A full disk, or a storage that only reads, is no reason to look at nothing: the report says what is not signed. */
  async function signWhatIsLeft(): Promise<void> {
    for (const scope of pace.unsigned()) {
      await sign(scope).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      })
    }
  }

  return {
    create: (change) => createLog(around, change, clock.now()),
    append: (change, entry) => append(around, change, entry),
    encode: encoder.encode,
    async appendEntries(scope, entries) {
      if (scope === 'installation') throw new TypeError('an entry belongs to a facility')
      return sequence(scope, entries.map(encoder.read))
    },
    entries: (scope, filter = {}, paging = {}) =>
      storage.read(scope, (db) => readEntries(keys, scope, db, filter, paging)),
    revision: (scope) => storage.read(scope, readRevision),
    sign,
    async verify(scope) {
      await signWhatIsLeft()
      return storage.read(scope, (db) => verifyJournal(keys, clock, scope, db))
    },
    async close() {
      await signWhatIsLeft()
      pace.stop()
    },
  }
}
