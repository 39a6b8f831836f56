import type { Entry } from '@omamori/ledger'
import type { Keys } from '#keys'
import { type Clock, Refusal } from '#shared'
import type { Change, Scope, Storage } from '#storage'
import type { KeptEntry, NewEntry, Surroundings } from './add-entry.ts'
import { append, createEncoder, signNewest } from './append.ts'
import { type AuditOptions, auditJournal } from './audit/audit-journal.ts'
import { earlierAudits, keepAudit, lastOf } from './audit.ts'
import type {
  AuditResult,
  EntryCount,
  EntryPlace,
  JournalFilter,
  JournalPage,
  JournalPaging,
  JournalReport,
} from './contract.ts'
import { type AnchorPlace, fenced, openFence, type Quarantine } from './fence/fence.ts'
import { type Decision, goOnAfterLoss, type LostRange, noteNewAnchor } from './fence/go-on.ts'
import { type Doubt, judgeAnchor } from './fence/judge-anchor.ts'
import { withDoubt } from './fence/say-doubt.ts'
import { countEntries } from './find-entries.ts'
import { gatheredIn } from './gathered.ts'
import { keepGroup } from './keep-group.ts'
import { createKnownLogs } from './known-logs.ts'
import { createSearcher } from './make-searchable.ts'
import { type Offer, readConsistency, readOffer } from './offer.ts'
import { createLog } from './open-log.ts'
import { readEntries } from './read-entries.ts'
import { type KeptCheckpoint, type Receipt, readReceipts } from './receipts.ts'
import { createSequencer } from './sequencer.ts'
import { signPace } from './sign-pace.ts'
import { rememberingKeys } from './signing-key.ts'
import { readRevision } from './store.ts'
import { type HandedOver, readSuccession } from './succession.ts'

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
  /**
   * Receipts of the entries that fit, oldest first, with the salts that open their particulars to anybody for ever: for what is handed out
   * to be proved elsewhere. Signs what is not signed yet. Who may hand them out is the caller's to decide.
   */
  receipts(scope: Scope, filter: JournalFilter, cosigned?: readonly KeptCheckpoint[]): Promise<readonly Receipt[]>
  /** How many entries fit; each is read. Who may know is the caller's to decide. */
  count(scope: Scope, filter: JournalFilter): Promise<EntryCount>
  /** Changes with every entry, and so with every change of a facility's rows; it says nothing else. */
  revision(scope: Scope): Promise<string>
  /** Signs the newest log as it stands now. */
  sign(scope: Scope): Promise<void>
  /**
   * Recomputes everything, or what is new and a share of the rest; a damaged journal is a report with findings. What was looked
   * at stands in `coverage`: only a full one speaks of everything.
   */
  verify(scope: Scope, options?: AuditOptions): Promise<JournalReport>
  /** Writes down what a verification found; false where nothing can be written. */
  keepAudit(scope: Scope, actor: NewEntry['actor'], report: JournalReport): Promise<boolean>
  /** What the last verification that was written down found, or the last full one, where that found something and no full one came since. */
  lastAudit(scope: Scope): Promise<AuditResult | undefined>
  /** Compares with the anchor what is at hand: where it does not fit, the facility is read-only until somebody decides. */
  compare(facilityIds: readonly string[]): Promise<void>
  /** Why nothing is written for the facility; undefined when it may be. */
  quarantineOf(facilityId: string): Quarantine | undefined
  /** The storage with the fence before it: what everybody but the journal writes through. */
  fence(storage: Storage): Storage
  /** Goes on after an older copy was restored on purpose: opens a log that names what is lost. */
  goOn(scope: Scope, decision: Decision): Promise<LostRange>
  /** Makes the anchor anew from what is here, because the old one is gone or cannot be read. */
  anchorAnew(scope: Scope, decision: Decision): Promise<void>
  /** What a witness is shown of the newest log; undefined while nothing of it is signed. */
  offer(scope: Scope): Promise<Offer | undefined>
  /** That the log of `size` begins with its first `oldSize` entries. */
  consistency(scope: Scope, origin: string, oldSize: number, size: number): Promise<readonly Uint8Array[]>
  /** How a log followed the one before it, for those who witnessed that one. */
  succession(scope: Scope, origin: string): Promise<HandedOver | undefined>
  /** Compares the logs with a signed checkpoint of theirs that somebody kept elsewhere. */
  compareWith(scope: Scope, note: string): Promise<Doubt | undefined>
  /** Signs what is not signed yet. Call it before the storage is closed. */
  close(): Promise<void>
}

export interface JournalParts {
  readonly storage: Storage
  readonly keys: Keys
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
  /** Without one, an old copy looks like any other. */
  readonly anchor?: AnchorPlace
}

export function openJournal({ storage, keys, clock, randomBytes, anchor }: JournalParts): Journal {
  const findKey = rememberingKeys(keys)
  const fence = anchor && openFence(storage, anchor)
  const pace = signPace(clock, signSoon, (scope) => scope !== 'installation' && fence?.moveSoon(scope.facilityId))
  const searcher = createSearcher()
  const known = createKnownLogs()
  const keepLater: Surroundings['keepLater'] = (change, origin) =>
    change.beforeCommit(`journal ${origin}`, async (last) => {
      const gathered = gatheredIn(last, origin)
      if (gathered) await keepGroup(around, pace, searcher, known, last, gathered)
    })
  const around: Surroundings = { keys, clock, randomBytes, known, findKey, keepLater }
  const encoder = createEncoder()
  const sequence = createSequencer(storage, around)
  const sign = (scope: Scope) => storage.write(scope, (change) => signNewest(around, change))

  // What is on its way is waited for by whoever wants everything signed.
  const signing = new Set<Promise<void>>()
  function signSoon(scope: Scope): void {
    const signed = sign(scope).catch(() => {})
    signing.add(signed)
    void signed.then(() => signing.delete(signed))
  }

  /** A full disk, or a storage that only reads, is no reason to look at nothing: the report says what is not signed. */
  async function signWhatIsLeft(): Promise<void> {
    await Promise.all(signing)
    for (const scope of pace.unsigned()) {
      await sign(scope).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      })
    }
  }

  const audits = (scope: Scope) =>
    earlierAudits((filter, paging) => storage.read(scope, (db) => readEntries(keys, scope, db, filter, paging)))

  return {
    create: (change) => createLog(around, change, clock.now()),
    append: (change, entry) => append(around, change, entry),
    encode: encoder.encode,
    async appendEntries(scope, entries) {
      fence?.refuse(scope)
      return sequence({ facilityId: facilityOf(scope) }, entries.map(encoder.read))
    },
    entries: (scope, filter = {}, paging = {}) =>
      storage.read(scope, (db) => readEntries(keys, scope, db, filter, paging)),
    async receipts(scope, filter, cosigned = []) {
      await sign(scope)
      return storage.read(scope, (db) => readReceipts(keys, scope, db, filter, cosigned))
    },
    count: (scope, filter) => storage.read(scope, (db) => countEntries(db, filter)),
    revision: (scope) => storage.read(scope, readRevision),
    sign,
    async verify(scope, options) {
      await signWhatIsLeft()
      const report = await auditJournal({ storage, keys, clock, randomBytes }, scope, await audits(scope), options)
      if (!fence || scope === 'installation') return report
      await fence.compare([scope.facilityId])
      return withDoubt(report, fence.quarantineOf(scope.facilityId))
    },
    keepAudit: (scope, actor, report) => {
      const within = { storage: fence ? fenced(storage, fence) : storage, append: append.bind(undefined, around) }
      return keepAudit(within, scope, actor, report)
    },
    lastAudit: async (scope) => lastOf(await audits(scope)),
    compare: async (facilityIds) => fence?.compare(facilityIds),
    quarantineOf: (facilityId) => fence?.quarantineOf(facilityId),
    fence: (storage) => (fence ? fenced(storage, fence) : storage),
    async goOn(scope, decision) {
      const facilityId = facilityOf(scope)
      const doubt = fence?.quarantineOf(facilityId)
      const lost = await storage.write(scope, (change) => goOnAfterLoss(around, change, doubt, decision))
      await fence?.move(facilityId)
      return lost
    },
    async anchorAnew(scope, decision) {
      const facilityId = facilityOf(scope)
      const doubt = fence?.quarantineOf(facilityId)
      // An anchor that can be read and contradicts is not talked over.
      if (doubt?.reason === 'older-copy' || doubt?.reason === 'differs') {
        throw new Refusal('conflict', { reason: 'anchor-speaks', found: doubt.reason })
      }
      await storage.write(scope, (change) => noteNewAnchor(around, change, doubt, decision))
      await fence?.move(facilityId, true)
    },
    offer: (scope) => storage.read(scope, readOffer),
    consistency: (scope, origin, oldSize, size) =>
      storage.read(scope, (db) => readConsistency(db, origin, oldSize, size)),
    succession: (scope, origin) => storage.read(scope, (db) => readSuccession(findKey, scope, db, origin)),
    compareWith: (scope, note) => storage.read(scope, (db) => judgeAnchor(db, note)),
    async close() {
      await signWhatIsLeft()
      pace.stop()
      await fence?.stop()
    },
  }
}

function facilityOf(scope: Scope): string {
  if (scope === 'installation') throw new TypeError('a log belongs to a facility')
  return scope.facilityId
}
