import { createTable, type TableDefinition } from './define-table.ts'
import { changed, type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const sheet: TableDefinition = {
  name: 'question_sheet',
  columns: {
    facility_id: 'text',
    sheet_id: 'text',
    number: 'integer',
    supplier_id: 'text',
    supplier_name: 'text',
    issued_on: 'text',
    due_on: 'text',
    issued_at: 'text',
    issued_by: 'text',
    closed_at: 'text?',
    closed_by: 'text?',
    replaced_by: 'text?',
  },
  primaryKey: ['facility_id', 'sheet_id'],
  checks: ['number > 0', '(closed_at is null) = (closed_by is null)', 'replaced_by is null or closed_at is not null'],
}

const question: TableDefinition = {
  name: 'sheet_question',
  columns: {
    facility_id: 'text',
    number: 'integer',
    sheet_id: 'text',
    position: 'integer',
    kind: 'text',
    item_id: 'text',
    item_name: 'text',
    field: 'text',
    requirements: 'text',
    asked_on: 'text',
  },
  primaryKey: ['facility_id', 'number'],
  checks: ['number >= 0'],
}

const answer: TableDefinition = {
  name: 'supplier_answer',
  columns: {
    facility_id: 'text',
    number: 'integer',
    revision: 'integer',
    verdict: 'text',
    value: 'text?',
    note: 'text?',
    answered_by: 'text?',
    answered_on: 'text',
    way: 'text',
    shared: 'integer',
    entered_by: 'text',
    created_at: 'text',
  },
  primaryKey: ['facility_id', 'number', 'revision'],
  // An answer that says nothing has no value, and only one that was taken over names nobody.
  checks: [
    "verdict in ('value', 'not-known', 'not-concerned')",
    "(verdict = 'value') = (value is not null)",
    "way in ('typed', 'workbook', 'link', 'taken-over')",
    "(way = 'taken-over') = (answered_by is null)",
    'shared in (0, 1)',
    'revision > 0',
  ],
}

const reminder: TableDefinition = {
  name: 'sheet_reminder',
  columns: {
    facility_id: 'text',
    reminder_id: 'text',
    sheet_id: 'text',
    reminded_on: 'text',
    way: 'text',
    reminded_by: 'text',
    created_at: 'text',
  },
  primaryKey: ['facility_id', 'reminder_id'],
}

const link: TableDefinition = {
  name: 'supplier_link',
  columns: {
    facility_id: 'text',
    link_id: 'text',
    supplier_id: 'text',
    token_hash: 'text',
    account_id: 'text',
    created_by: 'text',
    created_at: 'text',
    expires_at: 'text',
    revoked_at: 'text?',
  },
  primaryKey: ['facility_id', 'link_id'],
}

const product: TableDefinition = {
  name: 'product_answer',
  columns: {
    facility_id: 'text',
    supplier_key: 'text',
    supplier_name: 'text',
    product: 'text',
    field: 'text',
    value: 'text',
    answered_on: 'text',
    created_at: 'text',
  },
  primaryKey: ['facility_id', 'supplier_key', 'product', 'field'],
  // It is the installation's: no facility's scope ever meets such a row, and none can keep one.
  checks: ["facility_id = '*'"],
}

const ending = ['closed_at', 'closed_by', 'replaced_by']
const content = Object.keys(sheet.columns).filter((column) => !ending.includes(column))

// A sheet stands as it was issued and ends once; questions and answers stand as they are.
const guards: readonly Guard[] = [
  {
    name: 'question_sheet_stands',
    table: sheet.name,
    on: 'update',
    refusedWhen: `old.closed_at is not null or ${changed(content)}`,
  },
  { name: 'question_sheet_stays', table: sheet.name, on: 'delete', refusedWhen: 'true' },
  ...[question, answer, reminder].flatMap(({ name }): readonly Guard[] => [
    { name: `${name}_stands`, table: name, on: 'update', refusedWhen: 'true' },
    { name: `${name}_stays`, table: name, on: 'delete', refusedWhen: 'true' },
  ]),
]

const role = 'omamori_application'
// The rights of the application are narrowed after they were given, so these tables are secured here.
const withinRights = [
  ...[sheet, question, answer, reminder].flatMap(({ name }) => [
    ...securedByFacility(name),
    `revoke update, delete on ${name} from ${role}`,
  ]),
  `grant update (${ending.join(', ')}) on ${sheet.name} to ${role}`,
]

/** 事業者への質問票 — sheets, questions, answers, reminders, links; and what suppliers said for every customer. */
export const suppliers: Migration = {
  name: '0007-suppliers',
  statements: (engine) => [
    ...[sheet, question, answer, reminder, link, product].map((table) => createTable(engine, table)),
    'create unique index question_sheet_number on question_sheet (facility_id, number)',
    'create index sheet_question_sheet on sheet_question (facility_id, sheet_id, position)',
    'create unique index supplier_link_token on supplier_link (facility_id, token_hash)',
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [link.name, product.name],
}
