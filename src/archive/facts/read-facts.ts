import type { Journal } from '#journal'
import { type Day, dayOf, startOf } from '#shared'
import type { Blobs, Reader, Storage } from '#storage'
import { isMachineRead } from '../medium/medium.ts'
import { knownOf } from '../medium/open-media.ts'
import { concernsOf, isInUse, type MediumConcern } from '../medium/standing.ts'
import { mediumRows, stepRows } from '../medium/store.ts'
import { keptFormats } from '../preservation/watch-formats.ts'
import { DISPENSED } from '../scan/scan.ts'

interface Below {
  readonly storage: Storage
  readonly journal: Pick<Journal, 'entries'>
  readonly blobs: Pick<Blobs, 'readChecks'>
}

interface FacilityScope {
  readonly facilityId: string
}

/** 電子保存の事実 — what the archive knows of itself on a day, for whoever assesses the facility. Counts and days, and never whose. */
export const archiveFactsOn =
  (below: Below) =>
  (scope: FacilityScope, on: Day): ReturnType<typeof readFacts> =>
    readFacts(below, scope, on)

async function readFacts({ storage, journal, blobs }: Below, scope: FacilityScope, on: Day) {
  const counts = await storage.read(scope, async (db) => ({
    ...(await countDocuments(db)),
    ...(await countVersions(db)),
    ...(await countScans(db, startOf(on))),
    ...(await countOldPapers(db)),
    ...(await countMedia(db, on)),
    ...(await countFormats(db)),
  }))
  const { files, looked, lost, oldest } = await blobs.readChecks(scope)
  const exported = await journal.entries(scope, { act: 'archive.exported' }, { limit: 1 })
  const copiesAt = exported.entries[0]?.at
  return {
    ...counts,
    filesUnseen: files - looked,
    oldestLookOn: oldest && dayOf(oldest),
    filesLost: lost,
    copiesOn: copiesAt && dayOf(copiesAt),
  }
}

async function countDocuments(db: Reader) {
  const query = db.selectFrom('document').where('destroyed_at', 'is', null)
  const { documents } = await query.select(({ fn }) => fn.countAll<number>().as('documents')).executeTakeFirstOrThrow()
  return { documents: Number(documents) }
}

const versionsHere = (db: Reader) =>
  db
    .selectFrom('document_version as own')
    .innerJoin('document', 'document.document_id', 'own.document_id')
    .where('document.destroyed_at', 'is', null)
    .where('own.withdrawn_at', 'is', null)

async function countVersions(db: Reader) {
  const { confirmed, proxies } = await versionsHere(db)
    .select(({ fn }) => [
      fn.count<number>('own.confirmed_at').as('confirmed'),
      fn.count<number>('own.entered_for').as('proxies'),
    ])
    .executeTakeFirstOrThrow()
  const { corrected } = await versionsHere(db)
    .where('own.version', '=', 2)
    .select(({ fn }) => fn.countAll<number>().as('corrected'))
    .executeTakeFirstOrThrow()
  const { waiting, oldest } = await versionsHere(db)
    .where('own.entered_for', 'is not', null)
    .where('own.approved_at', 'is', null)
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('own.entered_at').as('oldest')])
    .executeTakeFirstOrThrow()
  return {
    confirmed: Number(confirmed),
    corrected: Number(corrected),
    proxies: Number(proxies),
    proxiesWaiting: Number(waiting),
    oldestProxyOn: oldest === null ? undefined : dayOf(oldest),
  }
}

async function countScans(db: Reader, before: string) {
  const scans = versionsHere(db)
    .innerJoin('document_scan as scan', (join) =>
      join.onRef('scan.document_id', '=', 'own.document_id').onRef('scan.version', '=', 'own.version'),
    )
    .where('scan.due_at', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
  const all = await scans.executeTakeFirstOrThrow()
  const overdue = await scans
    .where('own.confirmed_at', 'is', null)
    .where('scan.due_at', '<', before)
    .executeTakeFirstOrThrow()
  const dispensed = await scans.where('document.kind', '=', DISPENSED).executeTakeFirstOrThrow()
  return {
    scans: Number(all.count),
    scansOverdue: Number(overdue.count),
    scansDispensed: Number(dispensed.count),
  }
}

async function countOldPapers(db: Reader) {
  const { plans } = await db
    .selectFrom('past_paper_plan')
    .select(({ fn }) => fn.countAll<number>().as('plans'))
    .executeTakeFirstOrThrow()
  const { objections } = await db
    .selectFrom('scan_objection')
    .where('withdrawn_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('objections'))
    .executeTakeFirstOrThrow()
  return { plans: Number(plans), objections: Number(objections) }
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

async function countFormats(db: Reader) {
  const atRisk = (await keptFormats(db)).filter(({ outlook }) => outlook === 'at-risk')
  return { formatsAtRisk: atRisk.reduce((sum, { versions }) => sum + versions, 0) }
}
