import type { Change, Reader, SignatureCardRow, SignatureCardStepRow } from '#storage'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** All cards, newest first. */
export async function cardRows(db: Reader): Promise<readonly SignatureCardRow[]> {
  return db.selectFrom('signature_card').selectAll().orderBy('registered_at', 'desc').orderBy('card_id').execute()
}

export async function insertCard(change: Change, row: SignatureCardRow): Promise<void> {
  await change.db.insertInto('signature_card').values(row).execute()
}

export async function moveCardRow(
  change: Change,
  cardId: string,
  to: Partial<Pick<SignatureCardRow, 'state' | 'state_on' | 'task_id'>>,
): Promise<void> {
  await change.db.updateTable('signature_card').set(to).where('card_id', '=', cardId).execute()
}

/** All steps of all cards, in their order. */
export async function cardStepRows(db: Reader): Promise<readonly SignatureCardStepRow[]> {
  return db.selectFrom('signature_card_step').selectAll().orderBy('card_id').orderBy('number').execute()
}

/** Adds a step behind those that are there; the facility is held. */
export async function addCardStep(change: Change, step: Omit<SignatureCardStepRow, 'number'>): Promise<void> {
  const before = change.db.selectFrom('signature_card_step').select('number').where('card_id', '=', step.card_id)
  const number = (await before.execute()).length + 1
  await change.db
    .insertInto('signature_card_step')
    .values({ ...step, number })
    .execute()
}
