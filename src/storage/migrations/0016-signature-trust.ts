import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'

const trustItem: TableDefinition = {
  name: 'trust_item',
  columns: {
    facility_id: 'text',
    item_id: 'text',
    kind: 'text',
    octets: 'bytes',
    fingerprint: 'text',
    for_signers: 'integer',
    for_stamps: 'integer',
    state: 'text',
    added_by: 'text',
    added_at: 'text',
  },
  primaryKey: ['facility_id', 'item_id'],
  checks: [
    "kind in ('anchor', 'intermediate', 'list')",
    "state in ('proposed', 'trusted', 'kept', 'withdrawn')",
    "state = 'withdrawn' or (kind = 'anchor') = (state <> 'kept')",
    'for_signers in (0, 1)',
    'for_stamps in (0, 1)',
  ],
  wideRows: true,
}

const trustStep: TableDefinition = {
  name: 'trust_step',
  columns: {
    facility_id: 'text',
    item_id: 'text',
    number: 'integer',
    step: 'text',
    typed: 'text?',
    source: 'text?',
    seen_on: 'text?',
    reason: 'text?',
    written_by: 'text',
    written_at: 'text',
  },
  primaryKey: ['facility_id', 'item_id', 'number'],
  references: [{ columns: ['facility_id', 'item_id'], table: 'trust_item' }],
  checks: ["step in ('confirmed', 'refused', 'withdrawn')"],
}

const card: TableDefinition = {
  name: 'signature_card',
  columns: {
    facility_id: 'text',
    card_id: 'text',
    kind: 'text',
    holder_id: 'text?',
    holder_name: 'text',
    licence: 'text?',
    certificate: 'bytes?',
    card_expires_on: 'text?',
    replaces: 'text?',
    registered_by: 'text',
    registered_at: 'text',
    state: 'text',
    state_on: 'text',
    task_id: 'text?',
  },
  primaryKey: ['facility_id', 'card_id'],
  checks: [
    "kind in ('card', 'second-certificate', 'token')",
    "state in ('in-use', 'replaced', 'lost', 'returned', 'withdrawn')",
  ],
  wideRows: true,
}

const cardStep: TableDefinition = {
  name: 'signature_card_step',
  columns: {
    facility_id: 'text',
    card_id: 'text',
    number: 'integer',
    state: 'text',
    on_day: 'text',
    reason: 'text',
    written_by: 'text',
    written_at: 'text',
  },
  primaryKey: ['facility_id', 'card_id', 'number'],
  references: [{ columns: ['facility_id', 'card_id'], table: 'signature_card' }],
}

const fixed = (table: TableDefinition, moving: readonly string[]) =>
  changed(Object.keys(table.columns).filter((column) => !moving.includes(column)))

const steps = [trustStep, cardStep]

// Nothing is deleted, and what was confirmed is what was uploaded: another certificate is another item.
const guards: readonly Guard[] = [
  { name: 'trust_item_stands', table: trustItem.name, on: 'update', refusedWhen: fixed(trustItem, ['state']) },
  { name: 'trust_item_ends', table: trustItem.name, on: 'update', refusedWhen: "old.state = 'withdrawn'" },
  { name: 'trust_item_stays', table: trustItem.name, on: 'delete', refusedWhen: 'true' },
  {
    name: 'signature_card_stands',
    table: card.name,
    on: 'update',
    refusedWhen: fixed(card, ['state', 'state_on', 'task_id']),
  },
  { name: 'signature_card_stays', table: card.name, on: 'delete', refusedWhen: 'true' },
  ...steps.flatMap(({ name }): readonly Guard[] => [
    { name: `${name}_stands`, table: name, on: 'update', refusedWhen: 'true' },
    { name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' },
  ]),
]

const tables = [trustItem, trustStep, card, cardStep]

/** The same certificate stands once among those that are not withdrawn, and no card has two successors. */
const indexes = [
  "create unique index trust_item_fingerprint on trust_item (facility_id, fingerprint) where state <> 'withdrawn'",
  'create unique index signature_card_replaces on signature_card (facility_id, replaces)',
]

/** 信頼の起点とカード台帳 — what signatures are judged by, and with which cards the staff signs. */
export const signatureTrust: Migration = {
  name: '0016-signature-trust',
  statements: (engine) => [
    ...tables.map((table) => createTable(engine, table)),
    ...indexes,
    ...guards.flatMap((guard) => guarded(engine, guard)),
  ],
  tables: tables.map(({ name }) => name),
}
