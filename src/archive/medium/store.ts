import type { Change, MediumRow, MediumStepRow, Reader } from '#storage'

// Queries name no facility: the scope they run in bounds them.

export async function mediumRows(db: Reader): Promise<readonly MediumRow[]> {
  return db.selectFrom('archive_medium').selectAll().orderBy('number').execute()
}

/** Oldest first. */
export async function stepRows(db: Reader): Promise<readonly MediumStepRow[]> {
  return db.selectFrom('archive_medium_step').selectAll().orderBy('medium_id').orderBy('number').execute()
}

export async function insertMedium(change: Change, row: MediumRow): Promise<void> {
  await change.db.insertInto('archive_medium').values(row).execute()
}

export async function insertStep(change: Change, row: MediumStepRow): Promise<void> {
  await change.db.insertInto('archive_medium_step').values(row).execute()
}
