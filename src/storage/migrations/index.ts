import { type Clock, Refusal } from '#shared'
import type { Engine } from '../storage.ts'
import { first } from './0001-first.ts'
import { appendOnly } from './0002-append-only.ts'
import { checklists } from './0003-checklists.ts'
import { snapshots } from './0004-snapshots.ts'
import { tasks } from './0005-tasks.ts'
import { logSeal } from './0006-log-seal.ts'
import { suppliers } from './0007-suppliers.ts'
import { inspectionFiles } from './0008-inspection-files.ts'
import { logNumbers } from './0009-log-numbers.ts'
import { witnesses } from './0010-witnesses.ts'
import { inspectors } from './0011-inspectors.ts'
import { logReviews } from './0012-log-reviews.ts'
import { logSuccessions } from './0013-log-successions.ts'
import { timetableAndOutbox } from './0014-timetable-and-outbox.ts'
import { staleQuestions } from './0015-stale-questions.ts'
import { signatureTrust } from './0016-signature-trust.ts'
import { hpkiRoots } from './0017-hpki-roots.ts'
import { retentionRules } from './0018-retention-rules.ts'
import { recordKeepers } from './0019-record-keepers.ts'
import { documents } from './0020-documents.ts'
import { documentText } from './0021-document-text.ts'
import { destructions } from './0022-destruction.ts'
import { withdrawnDrafts } from './0023-withdrawn-drafts.ts'
import { documentSignatures } from './0024-document-signatures.ts'
import { sharedFiles } from './0025-shared-files.ts'
import { documentSearch } from './0027-document-search.ts'
import { scans } from './0028-scans.ts'
import { pictureWords } from './0029-picture-words.ts'
import { media } from './0030-media.ts'
import { archiveFacts } from './0031-archive-facts.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

/** One connection, spoken to in plain SQL. Only the storage room and the tests of tampering hold one. */
export interface PlainSql {
  run(sql: string, parameters?: readonly (string | number)[]): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** How the rows are laid out altogether; a change that no migration can express gets a new number. */
const format = 'omamori-storage@1'

/** In the order in which they are applied. A released one is never edited. */
export const migrations: readonly Migration[] = [
  first,
  appendOnly,
  checklists,
  snapshots,
  tasks,
  logSeal,
  suppliers,
  inspectionFiles,
  logNumbers,
  witnesses,
  inspectors,
  logReviews,
  logSuccessions,
  timetableAndOutbox,
  staleQuestions,
  signatureTrust,
  hpkiRoots,
  retentionRules,
  recordKeepers,
  documents,
  documentText,
  destructions,
  withdrawnDrafts,
  documentSignatures,
  sharedFiles,
  documentSearch,
  scans,
  pictureWords,
  media,
  archiveFacts,
]

const versionTable: Record<Engine, string> = { sqlite: 'schema_version', postgresql: 'omamori.schema_version' }

const createVersionTable: Record<Engine, string> = {
  sqlite: `create table schema_version (
  position integer not null primary key, name text not null, format text not null, applied_at text not null) strict`,
  postgresql: `create table schema_version (
  position bigint not null primary key, name text not null, format text not null, applied_at text not null)`,
}

/** For those who only read and may not migrate: refuses a schema that is not up to date. */
export function refuseOutdated(applied: readonly string[] | undefined): void {
  if ((applied?.length ?? 0) < migrations.length) throw new Refusal('unsupported', { needs: 'upgrade', found: applied })
}

/** The migrations found applied, oldest first; undefined for an empty database. */
export async function appliedMigrations(sql: PlainSql, engine: Engine): Promise<readonly string[] | undefined> {
  if (!(await hasVersionTable(sql, engine))) return undefined
  const rows = await sql.run(`select name, format from ${versionTable[engine]} order by position`)
  const names = rows.map((row) => String(row.name))
  const known = migrations.map((migration) => migration.name)
  const unknown = names.filter((name, index) => known[index] !== name)
  const formats = rows.map((row) => String(row.format)).filter((found) => found !== format)
  if (unknown.length > 0 || formats.length > 0) {
    throw new Refusal('newer-data', { found: [...unknown, ...formats], known: [...known, format] })
  }
  return names
}

async function hasVersionTable(sql: PlainSql, engine: Engine): Promise<boolean> {
  const rows =
    engine === 'sqlite'
      ? await sql.run("select 1 as found from sqlite_schema where type = 'table' and name = 'schema_version'")
      : await sql.run("select 1 as found where to_regclass('omamori.schema_version') is not null")
  return rows.length > 0
}

/**
 * Brings the schema up to date inside the caller's transaction, which also holds the lock: either all of it is there
 * afterwards or nothing was touched. Returns the names of the migrations it applied.
 */
export async function migrate(sql: PlainSql, engine: Engine, clock: Clock): Promise<readonly string[]> {
  const applied = await appliedMigrations(sql, engine)
  if (!applied) await sql.run(createVersionTable[engine])
  const due = migrations.slice(applied?.length ?? 0)
  for (const migration of due) {
    const secured = engine === 'postgresql' ? migration.tables.flatMap(securedByFacility) : []
    for (const statement of [...migration.statements(engine), ...secured]) await sql.run(statement)
    await migration.fill?.(sql, engine)
    await recordApplied(sql, engine, migration, clock)
  }
  return due.map((migration) => migration.name)
}

async function recordApplied(sql: PlainSql, engine: Engine, migration: Migration, clock: Clock): Promise<void> {
  const places = engine === 'sqlite' ? '?, ?, ?, ?' : '$1, $2, $3, $4'
  const row = [migrations.indexOf(migration) + 1, migration.name, format, clock.now()]
  await sql.run(`insert into schema_version (position, name, format, applied_at) values (${places})`, row)
}
