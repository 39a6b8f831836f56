import { sql } from 'kysely'
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

/**
 * From the versions on, so that the partial index of what is asked for is gone along, and not every document. Its terms are written as they stand in the
 * index: of a parameter no engine knows that it is within.
 */
const versionsHere = (db: Reader) =>
  db
    .selectFrom('document_version as own')
    .select('own.document_id')
    .where('own.withdrawn_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('document')
          .select('document.document_id')
          .whereRef('document.document_id', '=', 'own.document_id')
          .where('document.destroyed_at', 'is', null),
      ),
    )
    .limit(mostCounted)

async function countVersions(db: Reader) {
  const documents = await documentsHere(db).select('document_id').limit(mostCounted).execute()
  const confirmed = await versionsHere(db).where('own.confirmed_at', 'is not', null).execute()
  const corrected = await versionsHere(db).where('own.version', '>', sql.lit(1)).distinct().execute()
  const risky = typesAtRisk.map((type) => sql.lit(type))
  const atRisk = versionsHere(db).where('own.content_type', '>', sql.lit('')).where('own.content_type', 'in', risky)
  return {
    documents: documents.length,
    confirmed: confirmed.length,
    corrected: corrected.length,
    formatsAtRisk: (await atRisk.execute()).length,
  }
}

async function countProxies(db: Reader) {
  const entered = versionsHere(db).where('own.entered_for', '>', sql.lit('')).select('own.entered_at')
  const waiting = await entered.where('own.approved_at', 'is', null).orderBy('own.entered_at').execute()
  const oldest = waiting[0]?.entered_at
  return {
    proxies: (await entered.execute()).length,
    proxiesWaiting: waiting.length,
    oldestProxyOn: oldest && dayOf(oldest),
  }
}

/** From the scans on, of which there are fewer than versions. `open`: not signed yet. */
const scansHere = (db: Reader, { open = false, kind }: { readonly open?: boolean; readonly kind?: string } = {}) =>
  db
    .selectFrom('document_scan as scan')
    .select('scan.document_id')
    .where('scan.due_at', 'is not', null)
    .where(({ exists, selectFrom }) => {
      const versions = selectFrom('document_version as own')
        .innerJoin('document', 'document.document_id', 'own.document_id')
        .select('own.version')
        .whereRef('own.document_id', '=', 'scan.document_id')
        .whereRef('own.version', '=', 'scan.version')
        .where('own.withdrawn_at', 'is', null)
        .where('document.destroyed_at', 'is', null)
      const unsigned = open ? versions.where('own.confirmed_at', 'is', null) : versions
      return exists(kind === undefined ? unsigned : unsigned.where('document.kind', '=', kind))
    })
    .limit(mostCounted)

async function countScans(db: Reader, before: string) {
  const overdue = scansHere(db, { open: true }).where('scan.due_at', '<', before)
  return {
    scans: (await scansHere(db).execute()).length,
    scansOverdue: (await overdue.execute()).length,
    scansDispensed: (await scansHere(db, { kind: DISPENSED }).execute()).length,
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
