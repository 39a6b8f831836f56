import type { Change, InspectionFileRow, Reader } from '#storage'

/** Newest first. */
export async function listFiles(db: Reader): Promise<readonly InspectionFileRow[]> {
  return db.selectFrom('inspection_file').selectAll().orderBy('made_at', 'desc').execute()
}

export async function findFile(db: Reader, inspectionId: string): Promise<InspectionFileRow | undefined> {
  return db.selectFrom('inspection_file').selectAll().where('inspection_id', '=', inspectionId).executeTakeFirst()
}

export async function insertFile(change: Change, row: InspectionFileRow): Promise<void> {
  await change.db.insertInto('inspection_file').values(row).execute()
}
