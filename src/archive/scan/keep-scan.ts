import type { Caller } from '#access'
import type { Instant } from '#shared'
import type { Change, DocumentVersionRow } from '#storage'
import type { ScanAct } from './act.ts'
import type { ScanFinding } from './finding.ts'
import type { ScanGround } from './ground.ts'
import type { Inspection } from './inspect/page.ts'
import { insertScan } from './store.ts'
import type { ScanRequest } from './wire.ts'

/** A scan that is taken in: what was said of the paper, what its pages were found to be, and until when it is to be signed. */
interface KeptScan {
  readonly request: ScanRequest
  readonly version: Pick<DocumentVersionRow, 'document_id' | 'version' | 'sha256'>
  readonly profileId: string
  readonly inspection: Inspection
  readonly findings: readonly ScanFinding[]
  readonly due: Instant | null
}

/** 読取りの記録 — its row and its entry, in the change in which the document comes in. */
export async function keepScan(ground: ScanGround, caller: Caller, change: Change, scan: KeptScan): Promise<void> {
  const { request, version, profileId, inspection, findings, due } = scan
  const { scanCase, planId, paperAt, dispensedAt, declaredPages, remark, keptAt } = request
  const { document_id, version: number, sha256 } = version
  await insertScan(change, {
    ...{ facility_id: caller.facilityId, document_id, version: number, sha256 },
    ...{ scan_case: scanCase, profile_id: profileId },
    ...{ plan_id: planId ?? null, paper_at: paperAt ?? null, dispensed_at: dispensedAt ?? null },
    ...{ declared_pages: declaredPages, pages: JSON.stringify('unread' in inspection ? [] : inspection.pages) },
    ...{ findings: JSON.stringify(findings), due_at: due, remark: remark ?? null, kept_at: keptAt ?? null },
  })
  const act: ScanAct = 'document.scanned'
  await ground.journal.append(change, {
    ...{ act, actor: caller.actor, subject: { kind: 'document', id: document_id } },
    detail: {
      ...{ version: number, sha256, scanCase, profile: profileId, pages: declaredPages },
      found: findings.map(({ code, page }) => (page === undefined ? { code } : { code, page })),
      ...(due !== null && { due }),
      ...(planId !== undefined && { planId }),
      ...(remark !== undefined && { remark }),
      ...(keptAt !== undefined && { keptAt }),
    },
  })
}
