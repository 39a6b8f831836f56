import { createTable, type TableDefinition } from './define-table.ts'
import { type Guard, guarded } from './guard.ts'
import type { Migration } from './migration.ts'
import { securedByFacility } from './row-security.ts'

const inspectionFile: TableDefinition = {
  name: 'inspection_file',
  columns: {
    facility_id: 'text',
    inspection_id: 'text',
    made_on: 'text',
    made_at: 'text',
    made_by: 'text',
    language: 'text',
    missing: 'integer',
    sha256: 'text',
    bytes: 'integer',
    paper_blob_id: 'text',
    folder_blob_id: 'text',
  },
  primaryKey: ['facility_id', 'inspection_id'],
  checks: ['missing >= 0', "language in ('ja', 'en')"],
}

// 立入検査ファイル: what was handed over stands as it was.
const guards: readonly Guard[] = [
  { name: 'inspection_file_stands', table: 'inspection_file', on: 'update', refusedWhen: 'true' },
  { name: 'inspection_file_stays', table: 'inspection_file', on: 'delete', refusedWhen: 'true' },
]

const withinRights = [
  ...securedByFacility(inspectionFile.name),
  `revoke update, delete on ${inspectionFile.name} from omamori_application`,
]

export const inspectionFiles: Migration = {
  name: '0008-inspection-files',
  statements: (engine) => [
    createTable(engine, inspectionFile),
    ...guards.flatMap((guard) => guarded(engine, guard)),
    ...(engine === 'postgresql' ? withinRights : []),
  ],
  tables: [],
}
