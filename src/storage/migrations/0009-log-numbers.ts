import type { Engine } from '../storage.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { applicationRole, securedByFacility } from './row-security.ts'

// An append used to touch six trees with long keys of text. Now the key of an entry is one number that grows, so that rows
// are laid one behind the other, and what one searches by stands beside them, written once for 256 entries. The searched
// words of older entries follow with the next commits: until then they are looked through.

const tables: readonly TableDefinition[] = [
  {
    name: 'log_entry',
    columns: { facility_id: 'text', entry_id: 'integer', entry: 'bytes', detail: 'bytes?' },
    // Alone in the key: SQLite appends to such a table without leaving room in its pages.
    primaryKey: ['entry_id'],
    wideRows: true,
  },
  {
    name: 'log_block',
    columns: { facility_id: 'text', log_number: 'integer', block: 'integer', first_at: 'text', last_at: 'text' },
    primaryKey: ['facility_id', 'log_number', 'block'],
  },
  {
    name: 'log_posting',
    columns: { facility_id: 'text', log_number: 'integer', term: 'integer', block: 'integer', places: 'bytes' },
    primaryKey: ['facility_id', 'log_number', 'term', 'block'],
  },
]

const guards: readonly Guard[] = [
  {
    name: 'log_entry_stands',
    table: 'log_entry',
    on: 'update',
    refusedWhen: `new.detail is not null or ${changed(['facility_id', 'entry_id', 'entry'])}`,
  },
  { name: 'log_entry_stays', table: 'log_entry', on: 'delete', refusedWhen: 'true' },
  { name: 'log_block_stands', table: 'log_block', on: 'update', refusedWhen: 'true' },
  { name: 'log_block_stays', table: 'log_block', on: 'delete', refusedWhen: 'true' },
  { name: 'log_posting_stands', table: 'log_posting', on: 'update', refusedWhen: 'true' },
  { name: 'log_posting_stays', table: 'log_posting', on: 'delete', refusedWhen: 'true' },
]

const numbered = (engine: Engine) => [
  `alter table log add column number ${engine === 'sqlite' ? 'integer' : 'bigint'} not null default 0`,
  `update log set number = (select count(*) from log as other where other.facility_id < log.facility_id
    or (other.facility_id = log.facility_id and other.origin <= log.origin))`,
  'create unique index log_number on log (number)',
]

// Rows that belong to no log are evidence of something; they go on under the number 0, which no log has.
const moved = [
  `insert into log_entry (facility_id, entry_id, entry, detail)
    select old.facility_id, log.number * 4294967296 + old.entry_index, old.entry, old.detail
    from log_entry_before old join log on log.facility_id = old.facility_id and log.origin = old.origin
    where old.entry_index between 0 and 4294967295 order by 2`,
  `insert into log_entry (facility_id, entry_id, entry, detail)
    select old.facility_id, row_number() over (order by old.facility_id, old.origin, old.entry_index), old.entry, old.detail
    from log_entry_before old left join log on log.facility_id = old.facility_id and log.origin = old.origin
    where log.number is null or old.entry_index not between 0 and 4294967295`,
  'drop table log_entry_before',
]

/** The owner sees the rows of all facilities while they move. */
const openOnPostgres = ['log', 'log_entry'].map((table) => `alter table ${table} no force row level security`)

const closeOnPostgres = [
  'alter table log force row level security',
  ...tables.flatMap(({ name }) => [
    ...securedByFacility(name),
    `revoke update, delete on ${name} from ${applicationRole}`,
  ]),
  `grant update (detail) on log_entry to ${applicationRole}`,
  // A facility does not see the numbers of the others.
  'create sequence log_number_next owned by log.number',
  "select setval('log_number_next', (select count(*) + 1 from log), false)",
  `grant usage on sequence log_number_next to ${applicationRole}`,
]

export const logNumbers: Migration = {
  name: '0009-log-numbers',
  statements: (engine) => {
    const onPostgres = (statements: readonly string[]) => (engine === 'postgresql' ? statements : [])
    return [
      ...onPostgres(openOnPostgres),
      ...numbered(engine),
      'alter table log_entry rename to log_entry_before',
      ...tables.map((table) => createTable(engine, table)),
      ...moved,
      ...onPostgres(['drop function log_entry_stands()', 'drop function log_entry_stays()']),
      ...guards.flatMap((guard) => guarded(engine, guard)),
      ...onPostgres(closeOnPostgres),
    ]
  },
  tables: [],
}
