import type { Journal } from '#journal'
import { type Day, dayOf, startOf } from '#shared'
import type { Blobs, Reader, Storage } from '#storage'
import { isMachineRead } from '../medium/medium.ts'
import { knownOf } from '../medium/open-media.ts'
import { concernsOf, isInUse, type MediumConcern } from '../medium/standing.ts'
import { mediumRows, stepRows } from '../medium/store.ts'
import { typesAtRisk } from '../preservation/format-watch.ts'
import { DISPENSED } from '../scan/scan.ts'

interface Below {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'entries'>
  readonly blobs: Pick<Blobs, 'isAnyLost' | 'lookTimes'>
}

interface FacilityScope {
  readonly facilityId: string
}

/** Nobody needs to know of more than that there are so many, and the first page of the day asks for all of this. */
const mostCounted = 1_000

/**
 * 電子保存の事実 — what the archive knows of itself on a day, for whoever assesses the facility. Days, and counts up to a thousand, and never whose.
 * Each is found along an index, so that a million documents take no longer.
 */
export const archiveFactsOn =
  (below: Below) =>
  (scope: FacilityScope, on: Day): ReturnType<typeof readFacts> =>
    readFacts(below, scope, on)

async function readFacts({ storage, journal, blobs }: Below, scope: FacilityScope, on: Day) {
  const counts = await storage.read(scope, async (db) => ({
    ...(await countVersions(db)),
    ...(await countProxies(db)),
    ...(await countScans(db, startOf(on))),
    ...(await countOldPapers(db)),
    ...(await countMedia(db, on)),
  }))
  const { oldest, newest } = await blobs.lookTimes(scope)
  const exported = await journal.entries(scope, { act: 'archive.exported' }, { limit: 1 })
  const copiesAt = exported.entries[0]?.at
  return {
    ...counts,
    contentsLost: await blobs.isAnyLost(scope),
    oldestLookOn: oldest && dayOf(oldest),
    lastLookOn: newest && dayOf(newest),
    copiesOn: copiesAt && dayOf(copiesAt),
  }
}

const documentsHere = (db: Reader) => db.selectFrom('document').where('destroyed_at', 'is', null)

const versionsHere = (db: Reader) =>
  db
    .selectFrom('document_version as own')
    .innerJoin('document', 'document.document_id', 'own.document_id')
    .where('document.destroyed_at', 'is', null)
    .where('own.withdrawn_at', 'is', null)
    .select('own.document_id')
    .limit(mostCounted)

async function countVersions(db: Reader) {
  const documents = await documentsHere(db).select('document_id').limit(mostCounted).execute()
  const confirmed = await versionsHere(db).where('own.confirmed_at', 'is not', null).execute()
  // The first version of a document has no reason, every other one has.
  const corrected = await versionsHere(db).where('own.reason', 'is not', null).distinct().execute()
  const atRisk = await versionsHere(db).where('own.content_type', 'in', typesAtRisk).execute()
  return {
    documents: documents.length,
    confirmed: confirmed.length,
    corrected: corrected.length,
    formatsAtRisk: atRisk.length,
  }
}

async function countProxies(db: Reader) {
  const entered = versionsHere(db).where('own.entered_for', 'is not', null).select('own.entered_at')
  const waiting = await entered.where('own.approved_at', 'is', null).orderBy('own.entered_at').execute()
  const oldest = waiting[0]?.entered_at
  return {
    proxies: (await entered.execute()).length,
    proxiesWaiting: waiting.length,
    oldestProxyOn: oldest && dayOf(oldest),
  }
}

async function countScans(db: Reader, before: string) {
  const scans = versionsHere(db)
    .innerJoin('document_scan as scan', (join) =>
      join.onRef('scan.document_id', '=', 'own.document_id').onRef('scan.version', '=', 'own.version'),
    )
    .where('scan.due_at', 'is not', null)
  const overdue = scans.where('own.confirmed_at', 'is', null).where('scan.due_at', '<', before)
  return {
    scans: (await scans.execute()).length,
    scansOverdue: (await overdue.execute()).length,
    scansDispensed: (await scans.where('document.kind', '=', DISPENSED).execute()).length,
  }
}

async function countOldPapers(db: Reader) {
  const plans = await db.selectFrom('past_paper_plan').select('plan_id').limit(mostCounted).execute()
  const objections = db.selectFrom('scan_objection').select('patient').where('withdrawn_at', 'is', null).distinct()
  return { plans: plans.length, objections: (await objections.limit(mostCounted).execute()).length }
}

const neglect: readonly MediumConcern[] = ['faulty', 'ended', 'unchecked']

async function countMedia(db: Reader, on: Day) {
  const [rows, steps] = [await mediumRows(db), await stepRows(db)]
  const known = rows.map((row) => knownOf(row, steps)).filter(isInUse)
  const concerned = (wanted: readonly MediumConcern[]) =>
    known.filter((medium) => concernsOf(medium, on).some((one) => wanted.includes(one))).length
  return {
    media: known.filter(({ sort }) => isMachineRead(sort)).length,
    mediaNeglected: concerned(neglect),
    handOvers: steps.filter(({ step }) => step === 'handed-over').length,
    handOversOpen: concerned(['on-its-way']),
  }
}
