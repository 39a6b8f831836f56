import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

// 証跡 is only ever added to. Two changes remain possible: the ciphertext of a detail may be destroyed (set to null), and a
// tile that is not complete may grow at its end.
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
  statements: (engine) => [
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withoutRights : []),
  ],
  tables: [],
}
