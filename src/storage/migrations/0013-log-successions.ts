import type { Engine } from '../storage.ts'
import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const succession: TableDefinition = {
  name: 'log_succession',
  columns: {
    facility_id: 'text',
    origin: 'text',
    next: 'text',
    verifier_key: 'text',
    note: 'text',
    accepted_at: 'text',
  },
  primaryKey: ['facility_id', 'origin'],
  checks: ['origin <> next'],
}

// What a log said of its end and of its successor was said once.
const guards: readonly Guard[] = [
  { name: 'log_succession_stands', table: succession.name, on: 'update', refusedWhen: 'true' },
  { name: 'log_succession_stays', table: succession.name, on: 'delete', refusedWhen: 'true' },
]

// The kinds of evidence stand in the application's words alone, so that a new one needs no new table.
const evidence: TableDefinition = {
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
  wideRows: true,
}
const evidenceGuards: readonly Guard[] = [
  { name: 'witness_evidence_stands', table: evidence.name, on: 'update', refusedWhen: 'true' },
  { name: 'witness_evidence_stays', table: evidence.name, on: 'delete', refusedWhen: 'true' },
]

/** SQLite takes no check off a table: its rows move to a new one. */
const withoutKinds = (engine: Engine): readonly string[] =>
  engine === 'postgresql'
    ? [`alter table ${evidence.name} drop constraint witness_evidence_kind_check`]
    : [
        createTable(engine, { ...evidence, name: 'witness_evidence_next' }),
        `insert into witness_evidence_next select ${Object.keys(evidence.columns).join(', ')} from ${evidence.name}`,
        `drop table ${evidence.name}`,
        `alter table witness_evidence_next rename to ${evidence.name}`,
        ...evidenceGuards.flatMap((guard) => guarded(engine, guard)),
      ]

const withinRights = [
  ...securedByFacility(succession.name),
  `revoke update, delete on ${succession.name} from omamori_application`,
]

/** 後継の届け: a log that is witnessed ended, and another one of its owner goes on. */
export const logSuccessions: Migration = {
  name: '0013-log-successions',
  statements: (engine) => [
    ...withoutKinds(engine),
    createTable(engine, succession),
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [],
}
