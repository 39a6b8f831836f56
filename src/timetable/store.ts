import type { Change, Reader, TimetableRunRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Puts the run down unless it is there already. */
export async function putRun(change: Change, row: TimetableRunRow): Promise<void> {
  await change.db
    .insertInto('timetable_run')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id', 'job', 'due_at']).doNothing())
    .execute()
}

/** Takes over a run that has no end and whose lease is over. */
export async function takeOver(
  change: Change,
  { job, due_at, run_id, lease_until, started_at }: TimetableRunRow,
): Promise<void> {
  const left = change.db.updateTable('timetable_run').set({ run_id, lease_until, started_at })
  await left
    .where('job', '=', job)
    .where('due_at', '=', due_at)
    .where('ended_at', 'is', null)
    .where('lease_until', '<=', started_at)
    .execute()
}

export async function findRun(db: Reader, job: string, dueAt: string): Promise<TimetableRunRow | undefined> {
  const rows = db.selectFrom('timetable_run').selectAll().where('job', '=', job)
  return rows.where('due_at', '=', dueAt).executeTakeFirst()
}

/** False when somebody else has taken the run meanwhile. */
export async function changeRun(
  change: Change,
  runId: string,
  set: Partial<Pick<TimetableRunRow, 'lease_until' | 'ended_at' | 'outcome' | 'code'>>,
): Promise<boolean> {
  const changed = change.db.updateTable('timetable_run').set(set).where('run_id', '=', runId)
  return (await changed.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

/** The runs of a job, newest due first. */
export async function runsOf(db: Reader, job: string, limit: number): Promise<readonly TimetableRunRow[]> {
  const rows = db.selectFrom('timetable_run').selectAll().where('job', '=', job)
  return rows.orderBy('due_at', 'desc').limit(limit).execute()
}
