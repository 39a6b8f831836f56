import type { Change, DocumentScanRow, PastPaperPlanRow, Reader, ScanObjectionRow, ScanProfileRow } from '#storage'

// Queries name no facility: the scope they run in bounds them.

/** Oldest first; the last about a kind stands. */
export async function profileRows(db: Reader): Promise<readonly ScanProfileRow[]> {
  return db.selectFrom('scan_profile').selectAll().orderBy('number').execute()
}

export async function planRows(db: Reader): Promise<readonly PastPaperPlanRow[]> {
  return db.selectFrom('past_paper_plan').selectAll().orderBy('number').execute()
}

export async function planRow(db: Reader, planId: string): Promise<PastPaperPlanRow | undefined> {
  return db.selectFrom('past_paper_plan').selectAll().where('plan_id', '=', planId).executeTakeFirst()
}

export async function objectionRows(db: Reader): Promise<readonly ScanObjectionRow[]> {
  return db.selectFrom('scan_objection').selectAll().orderBy('written_at').execute()
}

/** Whether the patient objects now. */
export async function objects(db: Reader, patient: string): Promise<boolean> {
  const query = db.selectFrom('scan_objection').select('objection_id').where('patient', '=', patient)
  return (await query.where('withdrawn_at', 'is', null).executeTakeFirst()) !== undefined
}

/** Whether a scan with that very content lies here and was not withdrawn. */
export async function isTakenIn(db: Reader, sha256: string): Promise<boolean> {
  const query = db
    .selectFrom('document_scan')
    .innerJoin('document_version', (join) =>
      join
        .onRef('document_version.document_id', '=', 'document_scan.document_id')
        .onRef('document_version.version', '=', 'document_scan.version'),
    )
    .innerJoin('document', 'document.document_id', 'document_scan.document_id')
    .select('document_scan.version')
    .where('document_scan.sha256', '=', sha256)
    .where('document_version.withdrawn_at', 'is', null)
    .where('document.destroyed_at', 'is', null)
  return (await query.executeTakeFirst()) !== undefined
}

/** 署名を待つ読取り — the most urgent first. */
export async function waitingScans(db: Reader, limit: number) {
  return db
    .selectFrom('document_scan')
    .innerJoin('document_version', (join) =>
      join
        .onRef('document_version.document_id', '=', 'document_scan.document_id')
        .onRef('document_version.version', '=', 'document_scan.version'),
    )
    .innerJoin('document', 'document.document_id', 'document_scan.document_id')
    .select(['document.document_id', 'document.kind', 'document.title', 'document_scan.due_at'])
    .select(['document_version.entered_by', 'document_version.entered_at'])
    .where('document_scan.due_at', 'is not', null)
    .where('document_version.confirmed_at', 'is', null)
    .where('document_version.withdrawn_at', 'is', null)
    .where('document.destroyed_at', 'is', null)
    .orderBy('document_scan.due_at')
    .orderBy('document.document_id')
    .limit(limit)
    .execute()
}

/** How many scans came in by each plan. */
export async function scansByPlan(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('document_scan')
    .select(({ fn }) => ['plan_id', fn.countAll<number>().as('count')])
    .where('plan_id', 'is not', null)
    .groupBy('plan_id')
    .execute()
  return new Map(rows.map(({ plan_id, count }) => [plan_id ?? '', Number(count)]))
}

export async function insertProfile(change: Change, row: ScanProfileRow): Promise<void> {
  await change.db.insertInto('scan_profile').values(row).execute()
}

export async function insertPlan(change: Change, row: PastPaperPlanRow): Promise<void> {
  await change.db.insertInto('past_paper_plan').values(row).execute()
}

export async function insertObjection(change: Change, row: ScanObjectionRow): Promise<void> {
  await change.db.insertInto('scan_objection').values(row).execute()
}

export async function insertScan(change: Change, row: DocumentScanRow): Promise<void> {
  await change.db.insertInto('document_scan').values(row).execute()
}

type Ended = Pick<PastPaperPlanRow, 'audited_on' | 'audit' | 'ended_by' | 'ended_at'>

export async function endPlanRow(change: Change, planId: string, ended: Ended): Promise<void> {
  await change.db.updateTable('past_paper_plan').set(ended).where('plan_id', '=', planId).execute()
}

type Withdrawn = Pick<ScanObjectionRow, 'withdrawn_by' | 'withdrawn_at'>

export async function endObjection(change: Change, objectionId: string, withdrawn: Withdrawn): Promise<void> {
  await change.db.updateTable('scan_objection').set(withdrawn).where('objection_id', '=', objectionId).execute()
}
