import { createTable, type TableDefinition } from './define-table.ts'
import type { Migration } from './migration.ts'

const timetableRun: TableDefinition = {
  name: 'timetable_run',
  columns: {
    facility_id: 'text',
    job: 'text',
    due_at: 'text',
    asked: 'integer',
    run_id: 'text',
    lease_until: 'text',
    started_at: 'text',
    ended_at: 'text?',
    outcome: 'text?',
    code: 'text?',
  },
  primaryKey: ['facility_id', 'job', 'due_at'],
  checks: ['asked in (0, 1)', "outcome in ('ok', 'found', 'failed')"],
}

const mailServer: TableDefinition = {
  name: 'mail_server',
  columns: {
    facility_id: 'text',
    host: 'text',
    port: 'integer',
    tls: 'text',
    login_name: 'text?',
    password: 'bytes?',
    key_id: 'text?',
    sender: 'text',
    recipients: 'text',
    changed_at: 'text',
  },
  primaryKey: ['facility_id'],
  checks: ["tls in ('implicit', 'starttls', 'none')", 'port between 1 and 65535'],
}

const outgoingMail: TableDefinition = {
  name: 'outgoing_mail',
  columns: {
    facility_id: 'text',
    mail_id: 'text',
    kind: 'text',
    recipient: 'text',
    subject: 'text',
    body: 'text',
    made_at: 'text',
    state: 'text',
    attempts: 'integer',
    next_at: 'text',
    lease_until: 'text?',
    tried_at: 'text?',
    code: 'text?',
    answer: 'text?',
    ended_at: 'text?',
  },
  primaryKey: ['facility_id', 'mail_id'],
  checks: ["state in ('waiting', 'sent', 'failed')", 'attempts >= 0'],
  wideRows: true,
}

const alarm: TableDefinition = {
  name: 'alarm',
  columns: {
    facility_id: 'text',
    kind: 'text',
    standing: 'integer',
    since: 'text',
    cleared_at: 'text?',
    told: 'integer',
    told_at: 'text?',
  },
  primaryKey: ['facility_id', 'kind'],
  checks: ['standing in (0, 1)', 'told in (0, 1)'],
}

const tables = [timetableRun, mailServer, outgoingMail, alarm]

export const timetableAndOutbox: Migration = {
  name: '0014-timetable-and-outbox',
  statements: (engine) => tables.map((table) => createTable(engine, table)),
  tables: tables.map(({ name }) => name),
}
