import type { Instant } from '#shared'
import type { DocumentScanRow } from '#storage'
import type { ScanFinding } from './finding.ts'
import type { ScanCase } from './scan.ts'
import type { ScanRecord } from './wire.ts'

/** What is told of a scan beside its version. `settledAt`: when it was confirmed or withdrawn, or now. */
export const scanRecordOf = (row: DocumentScanRow, settledAt: Instant): ScanRecord => ({
  ...{ scanCase: row.scan_case as ScanCase, declaredPages: row.declared_pages },
  findings: JSON.parse(row.findings) as ScanFinding[],
  ...{ remark: row.remark ?? undefined, keptAt: row.kept_at ?? undefined, paperAt: row.paper_at ?? undefined },
  ...{ dispensedAt: row.dispensed_at ?? undefined, plan: row.plan_id ?? undefined, dueAt: row.due_at ?? undefined },
  late: row.due_at !== null && settledAt > row.due_at,
})
