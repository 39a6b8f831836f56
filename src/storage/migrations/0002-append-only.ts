import type { Migration } from './migration.ts'

/**
 * 証跡 is only ever added to: what the statements below refuse, no mistake of ours can do. Two changes remain possible.
 * The ciphertext of a detail may be destroyed (set to null), and a tile that is not complete may grow at its end.
 * Somebody who owns the database can still drop these guards; the ledger's checkpoints are there to show it.
 */
interface Guard {
  readonly name: string
  readonly table: string
  readonly on: 'update' | 'delete'
  /** The change is refused when this holds. */
  readonly refusedWhen: string
}

const FULL_TILE_BYTES = 256 * 32

const entryColumns = [
  'facility_id',
  'origin',
  'entry_index',
  'entry',
  'at',
  'act',
  'actor_id',
  'subject_kind',
  'subject_id',
  'key_id',
]
const tileKey = ['facility_id', 'origin', 'level', 'tile_index']

const changed = (columns: readonly string[]) =>
  columns.map((column) => `new.${column} is distinct from old.${column}`).join(' or ')
// SQLite answers null for a part of no bytes, which would count as agreement.
const grows = 'substr(new.hashes, 1, length(old.hashes)) is not distinct from old.hashes'

const guards: readonly Guard[] = [
  {
    name: 'log_entry_stands',
    table: 'log_entry',
    on: 'update',
    refusedWhen: `new.detail is not null or ${changed(entryColumns)}`,
  },
  { name: 'log_entry_stays', table: 'log_entry', on: 'delete', refusedWhen: 'true' },
  {
    name: 'log_tile_stands',
    table: 'log_tile',
    on: 'update',
    refusedWhen: `length(old.hashes) >= ${FULL_TILE_BYTES} or not (${grows}) or ${changed(tileKey)}`,
  },
  { name: 'log_tile_stays', table: 'log_tile', on: 'delete', refusedWhen: 'true' },
  { name: 'log_checkpoint_stands', table: 'log_checkpoint', on: 'update', refusedWhen: 'true' },
  { name: 'log_checkpoint_stays', table: 'log_checkpoint', on: 'delete', refusedWhen: 'true' },
  { name: 'log_stays', table: 'log', on: 'delete', refusedWhen: 'true' },
]

const message = (guard: Guard) => `${guard.table} is append-only: ${guard.name}`

function onSqlite(guard: Guard): readonly string[] {
  return [
    `create trigger ${guard.name} before ${guard.on} on ${guard.table} when ${guard.refusedWhen} begin
  select raise(abort, '${message(guard)}');
end`,
  ]
}

function onPostgres(guard: Guard): readonly string[] {
  return [
    `create function ${guard.name}() returns trigger language plpgsql as $guard$
begin raise exception '${message(guard)}' using errcode = 'restrict_violation'; end $guard$`,
    `create trigger ${guard.name} before ${guard.on} on ${guard.table}
  for each row when (${guard.refusedWhen}) execute function ${guard.name}()`,
  ]
}

// The application's role lacks the rights too: two locks, and the second one is visible in any list of privileges.
const withoutRights = [
  'revoke update, delete on log_entry from omamori_application',
  'grant update (detail) on log_entry to omamori_application',
  'revoke delete on log_tile from omamori_application',
  'revoke update, delete on log_checkpoint from omamori_application',
  'revoke delete on log from omamori_application',
]

export const appendOnly: Migration = {
  name: '0002-append-only',
  statements: (engine) =>
    engine === 'sqlite' ? guards.flatMap(onSqlite) : [...guards.flatMap(onPostgres), ...withoutRights],
  tables: [],
}
