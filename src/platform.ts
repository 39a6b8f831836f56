import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Library, openLibrary, UnusableData } from '@omamori/guideline'
import { type Access, type Caller, demand, openAccess } from '#access'
import {
  archiveFactsOn,
  type Bags,
  type Contents,
  type Documents,
  type Emergency,
  keptDocuments,
  type Media,
  openBags,
  openContents,
  openDocuments,
  openEmergency,
  openMedia,
  openRetention,
  openScans,
  type Retention,
  type Scans,
} from '#archive'
import {
  type Assessments,
  type Inspections,
  openAssessments,
  openInspections,
  openPlan,
  openReports,
  type Plan,
  type Reports,
} from '#assessment'
import { type Federation, openFederation } from '#federation'
import {
  type AuditOptions,
  type AuditResult,
  type Journal,
  type JournalFilter,
  type JournalPaging,
  type JournalReport,
  type LostRange,
  openJournal,
  type Quarantine,
} from '#journal'
import { createKeys, hasRootFile, type KeyPlace, type OpenKeys, openKeys } from '#keys'
import { type LogReviews, openLogReviews } from '#log-review'
import { type Outbox, openOutbox, post } from '#outbox'
import { openDirectory, openRegistry, type Registry } from '#registry'
import { type Clock, Refusal, systemClock } from '#shared'
import { type Cards, openCards, openTrust, openVerification, type TrustKeeping, type Verification } from '#signature'
import {
  openBlobs,
  openFirstPlace,
  openLocks,
  openSecondCopy,
  openStorage,
  openStorageForReading,
  refuseLost,
  type Storage,
  type Swept,
} from '#storage'
import { openSuppliers, type Suppliers } from '#supplier'
import { openTasks, type Tasks } from '#task'
import { openTimetable, type Timetable } from '#timetable'
import { type Background, backgroundOf } from './platform/background.ts'
import { guarded } from './platform/guarded-journal.ts'
import { jobsOf } from './platform/jobs.ts'
import { sweeping } from './platform/sweep-files.ts'
import { facilitiesOf, factsOf, namedBy, personsOf, verifiedBy } from './platform/told.ts'

export interface PlatformOptions {
  /** The data directory: rows (unless `database` is given), files and keys. */
  readonly data: string
  /** `postgres://…` keeps the rows there instead. */
  readonly database?: string
  /** Opens the keys where no key file does. */
  readonly passphrase?: string
  /** Looks without taking: beside a running server, and nothing is written, not even an upgrade. */
  readonly onlyReading?: boolean
  /** The file with the anchor of the journal, best on another medium; beside the keys unless it is named. */
  readonly anchor?: string
  readonly clock?: Clock
}

/** 全体 — everything opened and joined. What the doors call is here and nowhere else. */
export interface Platform {
  readonly clock: Clock
  /** The guideline and its checklists: the program's own data, and what the data directory holds in `guideline/`. */
  readonly library: Library
  /** The names of the questions of applicability that facility files may answer. */
  knownFacts(): readonly string[]
  readonly storage: Storage
  readonly keys: OpenKeys
  readonly access: Access
  readonly registry: Registry
  readonly tasks: Tasks
  /** 連携 — who cosigns our journal, and whose we cosign. */
  readonly federation: Federation
  /** 定期処理 — what runs at what hour. */
  readonly timetable: Timetable
  /** 発送 — mail that goes out, and the alarms it tells of. */
  readonly outbox: Outbox
  /** What goes on by itself while somebody serves: jobs at their hours, the look for alarms, mail. */
  background(report: (error: unknown) => void): Background
  /** 名簿 — for whom a caller stands. */
  readonly directory: ReturnType<typeof openDirectory>
  readonly suppliers: Suppliers
  readonly logReviews: LogReviews
  /** 信頼の起点 — what signatures are judged by. */
  readonly trust: TrustKeeping
  /** 署名の検証 — of files that are handed in and not kept. */
  readonly verification: Verification
  /** カード台帳 — with which cards the staff signs. */
  readonly cards: Cards
  /** 文書 — what is kept, and who confirmed it. */
  readonly documents: Documents
  /** 非常時閲覧 — copies of documents that are read without us. */
  /** 読取り — papers that become documents. */
  readonly scans: Scans
  /** 記録媒体 — where records lie outside of Omamori. */
  readonly media: Media
  readonly emergency: Emergency
  readonly bags: Bags
  /** 保存と廃棄 — until when documents are kept. */
  readonly retention: Retention
  /** 保全 — whether what is kept is still what was put there. */
  readonly contents: Contents
  /** 後片付け — removes what a fall left of files. Undefined where the journal stands still: then rows may be what is missing. */
  sweepFiles(): Promise<Swept | undefined>
  readonly assessments: Assessments
  readonly plan: Plan
  readonly inspections: Inspections
  readonly reports: Reports
  /** The journal as the doors may use it: every call asks for the right first. */
  readonly journal: {
    read(caller: Caller, filter: JournalFilter, paging: JournalPaging): ReturnType<Journal['entries']>
    /** Everything, unless another mode is asked for; the result is written down. */
    verify(caller: Caller, options?: AuditOptions): Promise<JournalReport>
    /** What the last verification found, if there was one; what a full one found stands until the next full one. */
    lastAudit(caller: Caller): Promise<AuditResult | undefined>
    /** Why nothing is written, if that is so. Everybody of the facility may know. */
    quarantine(caller: Caller): Quarantine | undefined
    /** Goes on after an older copy was restored on purpose; what is lost stands in the first entry. */
    goOn(caller: Caller, reason: string): Promise<LostRange>
    /** Makes the anchor anew where it is gone or cannot be read. */
    anchorAnew(caller: Caller, reason: string): Promise<void>
  }
  /** The facilities of this installation, oldest first. */
  facilities(): Promise<readonly KnownFacility[]>
  /** A new root key and with it a new recovery sheet; the old sheet opens nothing any more. */
  rotateKeys(caller: Caller): Promise<{ readonly recoveryCode: string }>
  /** The code of the recovery sheet, when this opening made the keys: the one time it can be shown. */
  readonly recoveryCode?: string
  close(): Promise<void>
}

export interface KnownFacility {
  readonly facilityId: string
  readonly name: string
  readonly sample: boolean
  readonly createdAt: string
}

export { recoverKeys } from '#keys'
export { openSample } from './platform/sample.ts'

/** What the platform itself writes in the journal, as the journal's page says it. */
export const platformActs = {
  'keys.rotated': { ja: '鍵と復旧の紙を新しくした', en: 'made new keys and a new recovery sheet' },
} as const

/** Opens an installation, making what is not there yet. Refuses data it cannot keep safely, and touches none of it. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { data, database, onlyReading, clock = systemClock } = options
  const library = openGuideline(data)
  const place = database === undefined ? { data } : { url: database }
  // The keys are made after the first rows: keys without rows are an installation that lost them, not a new one.
  if (hasRootFile(join(data, 'keys'))) refuseLost(place)
  const storage = onlyReading ? await openStorageForReading(place) : await openStorage(place, clock)
  try {
    return await joined(storage, library, options, clock)
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** Refuses a folder whose data would lose an answer or lead astray, before anything is opened. */
function openGuideline(data: string): Library {
  try {
    return openLibrary(join(data, 'guideline'))
  } catch (error) {
    if (!(error instanceof UnusableData)) throw error
    throw new Refusal('malformed', { guideline: error.path, guidelineIssues: error.issues }, { cause: error })
  }
}

async function joined(
  rows: Storage,
  library: Library,
  { data, passphrase, onlyReading, anchor }: PlatformOptions,
  clock: Clock,
): Promise<Platform> {
  const place = { directory: join(data, 'keys'), unlock: unlockBy(passphrase), clock }
  const recoveryCode = onlyReading ? undefined : await createKeysOnce(place)
  const keys = await openKeys({ ...place, storage: rows })
  const journal = openJournal({ storage: rows, keys, clock, randomBytes, anchor: anchorAt(place.directory, anchor) })
  await journal.compare((await facilitiesOf(rows)).map(({ facilityId }) => facilityId))
  const storage = journal.fence(rows)
  const access = openAccess({ storage, keys, journal, clock, randomBytes })
  const { files, bucket } = openFirstPlace(data)
  const places = { first: files, second: openSecondCopy(data) }
  const blobs = openBlobs({ storage, keys, clock, places })
  // Asked for late: reading the edition takes as long as everything else of a start together.
  const knownFacts = () => library.loadEdition().facts.map(({ key }) => key)
  const registry = openRegistry({ storage, journal, clock, newId: randomUUID, knownFacts })
  const directory = openDirectory({ storage, registry })
  const tasks = openTasks({ storage, journal, directory, clock, newId: randomUUID })
  const logReviews = openLogReviews({ storage, journal, registry, tasks, clock, newId: randomUUID })
  const signing = { storage, journal, tasks, clock, newId: randomUUID, persons: personsOf(registry) }
  const trust = openTrust(signing)
  const verification = openVerification({ keptTrust: trust.keptTrust, facility: namedBy(storage), clock })
  const cards = openCards(signing)
  const licencesOf = async (caller: Caller) => cards.licencesOf(caller, await directory.standsFor(caller))
  const documentGround = {
    ...{ storage, journal, blobs, clock, newId: randomUUID, licencesOf },
    verifySignature: verifiedBy(verification),
  }
  const documents = openDocuments(documentGround)
  const media = openMedia({ storage, journal, clock, newId: randomUUID })
  const scans = openScans({ ...documentGround, facility: factsOf(registry), data })
  const retention = openRetention({
    ...{ storage, journal, clock, newId: randomUUID, facility: factsOf(registry) },
    documents: keptDocuments({ storage, blobs }),
  })
  const emergency = openEmergency({
    ...{ storage, journal, blobs, keys, clock, newId: randomUUID, facility: factsOf(registry), data },
  })
  const locks = openLocks({ storage, clock }, bucket)
  const contents = openContents({ storage, journal, blobs, locks, clock, data })
  // Suppliers are asked what the assessment does not know; the assessment hears what they said. Only here do the two meet.
  const suppliers = openSuppliers({
    ...{ storage, journal, registry, access, tasks, clock, newId: randomUUID, randomBytes },
    standsFor: directory.standsFor,
    unknowns: (scope) => assessments.loadUnknowns(scope),
  })
  const federation = openFederation(
    { storage, keys, journal, clock, newId: randomUUID, randomBytes },
    { facilities: () => facilitiesOf(storage), random: Math.random },
  )
  const bags = openBags({
    ...{ storage, journal, blobs, clock, newId: randomUUID, facility: factsOf(registry) },
    cosigned: (scope) => federation.cosigned(scope),
  })
  const audited = guarded(journal, federation)
  const sweepFiles = sweeping({ storage, journal, blobs, locks, clock })
  const timetable = openTimetable(
    { storage, journal, clock, newId: randomUUID, facilities: () => facilitiesOf(storage) },
    jobsOf(audited, cards, contents, emergency, documents),
  )
  const outbox = openOutbox({ storage, keys, journal, clock, newId: randomUUID, post, named: namedBy(storage) })
  const archive = archiveFactsOn({ storage, journal, blobs })
  const ground = { storage, journal, blobs, registry, suppliers, library, archive, clock, newId: randomUUID }
  const assessments: Assessments = openAssessments(ground)
  const plan = openPlan({ ...ground, tasks })
  const inspections = openInspections({ ...ground, tasks, access, randomBytes })
  const reports = openReports({ ...ground, tasks, directory })
  return {
    clock,
    library,
    knownFacts,
    storage,
    keys,
    access,
    registry,
    tasks,
    federation,
    directory,
    suppliers,
    logReviews,
    trust,
    verification,
    cards,
    documents,
    scans,
    media,
    emergency,
    bags,
    retention,
    contents,
    assessments,
    plan,
    inspections,
    reports,
    timetable,
    outbox,
    background: (report) => {
      const facilities = () => facilitiesOf(storage)
      const watched = { clock, facilities, journal: audited, federation, timetable, outbox, contents, sweepFiles }
      return backgroundOf(watched, report)
    },
    sweepFiles,
    journal: audited,
    facilities: () => facilitiesOf(storage),
    async rotateKeys(caller) {
      demand(caller, 'keys.rotate')
      // The keys are kept past the fence; they are not turned where it could not be written down.
      if (journal.quarantineOf(caller.facilityId)) await storage.write(caller, async () => {})
      const turned = await keys.rotateRootKey()
      const { facilityId, actor } = caller
      const subject = { kind: 'facility', id: facilityId }
      await storage.write({ facilityId }, (change) => journal.append(change, { act: 'keys.rotated', actor, subject }))
      return turned
    },
    recoveryCode,
    async close() {
      await journal.close()
      await rows.close()
      await bucket?.close()
    },
  }
}

function anchorAt(keys: string, named: string | undefined) {
  return { file: named ?? join(keys, 'anchor.json'), mayBeNew: named === undefined }
}

function unlockBy(passphrase: string | undefined): KeyPlace['unlock'] {
  return passphrase === undefined ? { kind: 'key-file' } : { kind: 'passphrase', passphrase }
}

/** Makes the keys of a new installation; where there are keys already, nothing happens. */
async function createKeysOnce(place: KeyPlace): Promise<string | undefined> {
  try {
    return (await createKeys(place)).recoveryCode
  } catch (error) {
    if (error instanceof Refusal && error.code === 'already-exists') return undefined
    throw error
  }
}
