import type { AlarmRow, Change, MailServerRow, OutgoingMailRow, Reader } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

export async function serverIn(db: Reader): Promise<MailServerRow | undefined> {
  return db.selectFrom('mail_server').selectAll().executeTakeFirst()
}

export async function putServer(change: Change, row: MailServerRow): Promise<void> {
  const { facility_id: _, ...set } = row
  await change.db
    .insertInto('mail_server')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id']).doUpdateSet(set))
    .execute()
}

/** True when there was one. */
export async function removeServer(change: Change): Promise<boolean> {
  return (await change.db.deleteFrom('mail_server').executeTakeFirst()).numDeletedRows === 1n
}

export async function addMails(change: Change, rows: readonly OutgoingMailRow[]): Promise<void> {
  if (rows.length > 0) await change.db.insertInto('outgoing_mail').values(rows).execute()
}

/** The newest mails. */
export async function newestMails(db: Reader, limit: number): Promise<readonly OutgoingMailRow[]> {
  const rows = db.selectFrom('outgoing_mail').selectAll().orderBy('made_at', 'desc').orderBy('mail_id')
  return rows.limit(limit).execute()
}

export async function waitingMails(db: Reader): Promise<readonly OutgoingMailRow[]> {
  const rows = db.selectFrom('outgoing_mail').selectAll().where('state', '=', 'waiting')
  return rows.orderBy('made_at').orderBy('mail_id').execute()
}

/** When mails of the kind were made from then until now. Each time counts once, however many addresses there are. */
export async function timesMade(db: Reader, kind: string, from: string, until: string): Promise<number> {
  const rows = db.selectFrom('outgoing_mail').select('made_at').distinct().where('kind', '=', kind)
  return (await rows.where('made_at', '>', from).where('made_at', '<=', until).execute()).length
}

/** Compares and swaps: false when somebody else has it, or it is done. */
export async function moveMail(
  change: Change,
  { mail_id, attempts }: OutgoingMailRow,
  to: Partial<Omit<OutgoingMailRow, 'facility_id' | 'mail_id'>>,
): Promise<boolean> {
  const moved = change.db.updateTable('outgoing_mail').set(to).where('mail_id', '=', mail_id)
  const waiting = moved.where('state', '=', 'waiting').where('attempts', '=', attempts)
  return (await waiting.executeTakeFirst()).numUpdatedRows === 1n
}

export async function mailWith(db: Reader, mailId: string): Promise<OutgoingMailRow | undefined> {
  return db.selectFrom('outgoing_mail').selectAll().where('mail_id', '=', mailId).executeTakeFirst()
}

export async function mailsOf(db: Reader, kind: string): Promise<readonly OutgoingMailRow[]> {
  return db.selectFrom('outgoing_mail').selectAll().where('kind', '=', kind).execute()
}

/** A mail that was given up waits as it does in the row that is handed in; false when it waits already, or was sent. */
export async function wakeMail(change: Change, { facility_id: _, mail_id, ...set }: OutgoingMailRow): Promise<boolean> {
  const ended = change.db.updateTable('outgoing_mail').set(set).where('mail_id', '=', mail_id)
  return (await ended.where('state', '=', 'failed').executeTakeFirst()).numUpdatedRows === 1n
}

/** Waiting mails are kept, however old they are. */
export async function removeEndedBefore(change: Change, day: string): Promise<void> {
  await change.db.deleteFrom('outgoing_mail').where('ended_at', '<', day).execute()
}

export async function alarmsIn(db: Reader): Promise<readonly AlarmRow[]> {
  return db.selectFrom('alarm').selectAll().orderBy('since', 'desc').orderBy('kind').execute()
}

/** The row of the kind, held until the change ends; made where there is none yet. */
export async function holdAlarm(change: Change, row: AlarmRow): Promise<AlarmRow> {
  await change.db
    .insertInto('alarm')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id', 'kind']).doNothing())
    .execute()
  return change.db.selectFrom('alarm').selectAll().where('kind', '=', row.kind).forUpdate().executeTakeFirstOrThrow()
}

export async function changeAlarm(change: Change, { kind, facility_id: _, ...set }: AlarmRow): Promise<void> {
  await change.db.updateTable('alarm').set(set).where('kind', '=', kind).execute()
}
