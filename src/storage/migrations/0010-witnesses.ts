import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const witnessKey: TableDefinition = {
  name: 'witness_key',
  columns: {
    facility_id: 'text',
    kind: 'text',
    verifier_key: 'text',
    wrapped_seed: 'bytes',
    key_id: 'text',
    created_at: 'text',
  },
  primaryKey: ['facility_id', 'kind'],
  checks: ["kind in ('cosignature-ed25519', 'cosignature-ml-dsa-44')"],
  wideRows: true,
}

const watchedLog: TableDefinition = {
  name: 'watched_log',
  columns: {
    facility_id: 'text',
    origin: 'text',
    verifier_key: 'text',
    label: 'text',
    size: 'integer',
    root: 'bytes?',
    note: 'text?',
    cosigned_at: 'text?',
    added_at: 'text',
    removed_at: 'text?',
  },
  primaryKey: ['facility_id', 'origin'],
  checks: ['size >= 0'],
  wideRows: true,
}

const witnessEvidence: TableDefinition = {
  name: 'witness_evidence',
  columns: {
    facility_id: 'text',
    evidence_id: 'text',
    origin: 'text',
    kind: 'text',
    ours: 'text',
    theirs: 'text',
    found_at: 'text',
  },
  primaryKey: ['facility_id', 'evidence_id'],
  checks: ["kind in ('two-roots', 'not-continued')"],
  wideRows: true,
}

const logWitness: TableDefinition = {
  name: 'log_witness',
  columns: {
    facility_id: 'text',
    witness_id: 'text',
    label: 'text',
    url: 'text?',
    verifier_keys: 'text',
    added_at: 'text',
    removed_at: 'text?',
    tried_at: 'text?',
    answer: 'text?',
    answer_size: 'integer?',
    cosigned_at: 'text?',
  },
  primaryKey: ['facility_id', 'witness_id'],
  wideRows: true,
}

const cosignedCheckpoint: TableDefinition = {
  name: 'cosigned_checkpoint',
  columns: { facility_id: 'text', origin: 'text', size: 'integer', note: 'text', kept_at: 'text' },
  primaryKey: ['facility_id', 'origin', 'size'],
  checks: ['size > 0'],
  wideRows: true,
}

const witnessPolicy: TableDefinition = {
  name: 'witness_policy',
  columns: { facility_id: 'text', needed: 'integer', warn_after_hours: 'integer' },
  primaryKey: ['facility_id'],
  checks: ['needed >= 0', 'warn_after_hours > 0'],
}

// 立会い: what a witness cosigned last never goes back, and what shows a split view stands.
const guards: readonly Guard[] = [
  {
    name: 'watched_log_only_grows',
    table: 'watched_log',
    on: 'update',
    refusedWhen: 'new.size < old.size or (new.size = old.size and new.root is distinct from old.root)',
  },
  { name: 'watched_log_stays', table: 'watched_log', on: 'delete', refusedWhen: 'true' },
  { name: 'witness_evidence_stands', table: 'witness_evidence', on: 'update', refusedWhen: 'true' },
  { name: 'witness_evidence_stays', table: 'witness_evidence', on: 'delete', refusedWhen: 'true' },
]

// The rights of the application are narrowed after they were given, so these tables are secured here.
const withinRights = [
  ...securedByFacility(watchedLog.name),
  `revoke delete on ${watchedLog.name} from omamori_application`,
  ...securedByFacility(witnessEvidence.name),
  `revoke update, delete on ${witnessEvidence.name} from omamori_application`,
]

const open = [witnessKey, logWitness, cosignedCheckpoint, witnessPolicy]

export const witnesses: Migration = {
  name: '0010-witnesses',
  statements: (engine) => [
    ...[...open, watchedLog, witnessEvidence].map((table) => createTable(engine, table)),
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: open.map(({ name }) => name),
}
