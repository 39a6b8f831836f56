import type { Engine } from '../storage.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const link: TableDefinition = {
  name: 'inspector_link',
  columns: {
    facility_id: 'text',
    link_id: 'text',
    inspector_name: 'text',
    organisation: 'text',
    token_hash: 'text',
    account_id: 'text',
    created_by: 'text',
    created_at: 'text',
    last_day: 'text',
    expires_at: 'text',
    revoked_by: 'text?',
    revoked_at: 'text?',
  },
  primaryKey: ['facility_id', 'link_id'],
  checks: ['(revoked_at is null) = (revoked_by is null)', 'expires_at > created_at'],
}

const ending = ['revoked_by', 'revoked_at']
const content = Object.keys(link.columns).filter((column) => !ending.includes(column))

// Whom somebody let in, and until when, stands as it was said; it ends earlier once, and never later.
const guards: readonly Guard[] = [
  {
    name: 'inspector_link_stands',
    table: link.name,
    on: 'update',
    refusedWhen: `old.revoked_at is not null or ${changed(content)}`,
  },
  { name: 'inspector_link_stays', table: link.name, on: 'delete', refusedWhen: 'true' },
]

const role = 'omamori_application'
const withinRights = [
  ...securedByFacility(link.name),
  `revoke update, delete on ${link.name} from ${role}`,
  `grant update (${ending.join(', ')}) on ${link.name} to ${role}`,
]

/** The rows of all facilities are filled at once, so the owner stands outside row-level security while it does. */
const unbound = (engine: Engine, how: 'force' | 'no force') =>
  engine === 'sqlite'
    ? []
    : ['account', 'supplier_link'].map((table) => `alter table ${table} ${how} row level security`)

/** 検査者への案内. The accounts that links opened before end with their links from now on. */
export const inspectors: Migration = {
  name: '0011-inspectors',
  statements: (engine) => [
    'alter table account add column ends_at text',
    ...unbound(engine, 'no force'),
    `update account set ends_at = (select expires_at from supplier_link
      where supplier_link.facility_id = account.facility_id and supplier_link.account_id = account.account_id)
      where login_name like '@%'`,
    ...unbound(engine, 'force'),
    'alter table inspection_file add column parts_blob_id text',
    createTable(engine, link),
    'create unique index inspector_link_token on inspector_link (facility_id, token_hash)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [],
}
