import type { Change, Reader, TaskDecisionRow, TaskNoteRow, TaskRow, TaskSourceRow } from '#storage'
import type { TaskSource } from './wire.ts'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** Tasks with what belongs to them, and the names of those who wrote. */
export interface Kept {
  readonly rows: readonly TaskRow[]
  readonly sources: readonly TaskSourceRow[]
  readonly decisions: readonly TaskDecisionRow[]
  readonly nameOf: (accountId: string) => string
}

/** All tasks, oldest first, or the one that is named. */
export async function readTasks(db: Reader, taskId?: string): Promise<Kept> {
  const tasks = db.selectFrom('task').selectAll().orderBy('opened_at').orderBy('task_id')
  const sources = db.selectFrom('task_source').selectAll().orderBy('room').orderBy('kind').orderBy('source_id')
  const decisions = db.selectFrom('task_decision').selectAll().orderBy('number')
  const all = taskId === undefined
  return {
    rows: await (all ? tasks : tasks.where('task_id', '=', taskId)).execute(),
    sources: await (all ? sources : sources.where('task_id', '=', taskId)).execute(),
    decisions: await (all ? decisions : decisions.where('task_id', '=', taskId)).execute(),
    nameOf: await namesOf(db),
  }
}

async function namesOf(db: Reader): Promise<Kept['nameOf']> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}

export async function readNotes(db: Reader, taskId: string): Promise<readonly TaskNoteRow[]> {
  return db.selectFrom('task_note').selectAll().where('task_id', '=', taskId).orderBy('number').execute()
}

/** The tasks that were opened for this source and are not closed yet, oldest first. */
export async function openTasksFor(db: Reader, { room, kind, id }: TaskSource): Promise<readonly TaskRow[]> {
  const ids = await db
    .selectFrom('task_source')
    .select('task_id')
    .where('room', '=', room)
    .where('kind', '=', kind)
    .where('source_id', '=', id)
    .execute()
  if (ids.length === 0) return []
  const named = ids.map(({ task_id }) => task_id)
  const query = db.selectFrom('task').selectAll().where('task_id', 'in', named).where('closed_at', 'is', null)
  return query.orderBy('opened_at').orderBy('task_id').execute()
}

/** The facility is held until the change ends, so that two who open a task for the same source see each other. */
export async function holdFacility(change: Change): Promise<void> {
  await change.db.selectFrom('facility').select('facility_id').forUpdate().executeTakeFirst()
}

export async function insertTask(change: Change, row: TaskRow): Promise<void> {
  await change.db.insertInto('task').values(row).execute()
}

/** Puts the row in the place of the version before it. False when that is no longer the version that stands. */
export async function replaceTask(change: Change, row: TaskRow): Promise<boolean> {
  const { facility_id: _, task_id, ...values } = row
  const query = change.db.updateTable('task').set(values).where('task_id', '=', task_id)
  return (await query.where('version', '=', row.version - 1).executeTakeFirst()).numUpdatedRows === 1n
}

/** Puts these sources in the place of those that the task had. */
export async function replaceSources(
  change: Change,
  { facility_id, task_id }: Pick<TaskRow, 'facility_id' | 'task_id'>,
  sources: readonly TaskSource[],
): Promise<void> {
  await change.db.deleteFrom('task_source').where('task_id', '=', task_id).execute()
  const rows = sources.map(({ room, kind, id }) => ({ facility_id, task_id, room, kind, source_id: id }))
  if (rows.length > 0) await change.db.insertInto('task_source').values(rows).execute()
}

/** The task is held by its version before anything is added to it, so no number is given twice. */
export async function addNote(change: Change, note: Omit<TaskNoteRow, 'number'>): Promise<void> {
  const numbers = change.db.selectFrom('task_note').select('number').where('task_id', '=', note.task_id)
  const last = await numbers.orderBy('number', 'desc').limit(1).executeTakeFirst()
  await change.db
    .insertInto('task_note')
    .values({ ...note, number: (last?.number ?? 0) + 1 })
    .execute()
}

export async function addDecision(change: Change, decision: Omit<TaskDecisionRow, 'number'>): Promise<void> {
  const numbers = change.db.selectFrom('task_decision').select('number').where('task_id', '=', decision.task_id)
  const last = await numbers.orderBy('number', 'desc').limit(1).executeTakeFirst()
  await change.db
    .insertInto('task_decision')
    .values({ ...decision, number: (last?.number ?? 0) + 1 })
    .execute()
}

/** The row as it is now, held until the change ends. */
export async function holdTask(change: Change, taskId: string): Promise<TaskRow | undefined> {
  return change.db.selectFrom('task').selectAll().where('task_id', '=', taskId).forUpdate().executeTakeFirst()
}
