import type { Engine } from '../storage.ts'

/**
 * A rule of a table that no mistake of ours can break. Somebody who owns the database can still drop it; the ledger's
 * checkpoints are there to show it.
 */
export interface Guard {
  readonly name: string
  readonly table: string
  readonly on: 'update' | 'delete'
  /** The change is refused when this holds. */
  readonly refusedWhen: string
}

/** The condition that a column is written to something else. */
export const changed = (columns: readonly string[]) =>
  columns.map((column) => `new.${column} is distinct from old.${column}`).join(' or ')

const message = (guard: Guard) => `${guard.table} is append-only: ${guard.name}`

/** The statements that set a guard up on the engine. */
export function guarded(engine: Engine, guard: Guard): readonly string[] {
  return engine === 'sqlite' ? onSqlite(guard) : onPostgres(guard)
}

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
