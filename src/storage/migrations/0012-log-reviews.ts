import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const review: TableDefinition = {
  name: 'log_review',
  columns: {
    facility_id: 'text',
    review_id: 'text',
    number: 'integer',
    target: 'text',
    systems: 'text',
    from_on: 'text',
    until_on: 'text',
    reviewed_on: 'text',
    reviewer_id: 'text?',
    reviewer_name: 'text',
    looked_at: 'text',
    lines: 'text',
    result: 'text',
    remarks: 'text',
    task_id: 'text?',
    corrects: 'text?',
    written_by: 'text',
    written_at: 'text',
  },
  primaryKey: ['facility_id', 'review_id'],
  checks: ["target in ('journal', 'system')", 'from_on <= until_on', 'until_on <= reviewed_on', 'number > 0'],
  wideRows: true,
}

// ログの確認: who looked at which log stands as it was said; a mistake is followed by a row of its own.
const guards: readonly Guard[] = [
  { name: 'log_review_stands', table: review.name, on: 'update', refusedWhen: 'true' },
  { name: 'log_review_stays', table: review.name, on: 'delete', refusedWhen: 'true' },
]

const withinRights = [
  ...securedByFacility(review.name),
  `revoke update, delete on ${review.name} from omamori_application`,
]

/** No number is given twice, and no review is corrected twice. */
const indexes = [
  'create unique index log_review_number on log_review (facility_id, number)',
  'create unique index log_review_corrects on log_review (facility_id, corrects)',
]

export const logReviews: Migration = {
  name: '0012-log-reviews',
  statements: (engine) => [
    createTable(engine, review),
    ...indexes,
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [],
}
