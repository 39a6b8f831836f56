import { Refusal } from '#shared'
import type { Change, DestructionApprovalRow, DestructionItemRow, DestructionRow, Reader } from '#storage'
import type { Approval } from './approvers.ts'

/** A list with its documents and approvals. */
export interface KeptDestruction {
  readonly row: DestructionRow
  readonly items: readonly DestructionItemRow[]
  readonly approvals: readonly DestructionApprovalRow[]
}

/** Newest first. */
export async function destructionRows(db: Reader): Promise<readonly DestructionRow[]> {
  return db.selectFrom('destruction').selectAll().orderBy('number', 'desc').execute()
}

export async function keptDestruction(db: Reader, destructionId: string): Promise<KeptDestruction> {
  const row = await db
    .selectFrom('destruction')
    .selectAll()
    .where('destruction_id', '=', destructionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'destruction', destructionId })
  const items = db.selectFrom('destruction_item').selectAll().where('destruction_id', '=', destructionId)
  const approvals = db.selectFrom('destruction_approval').selectAll().where('destruction_id', '=', destructionId)
  return {
    row,
    items: await items.orderBy('document_id').execute(),
    approvals: await approvals.orderBy('number').execute(),
  }
}

export async function insertDestruction(
  change: Change,
  row: DestructionRow,
  items: readonly DestructionItemRow[],
): Promise<void> {
  await change.db.insertInto('destruction').values(row).execute()
  await change.db.insertInto('destruction_item').values(items).execute()
}

/** On which list that is not over each of the documents stands. */
export async function listOf(db: Reader, documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('destruction_item')
    .innerJoin('destruction', 'destruction.destruction_id', 'destruction_item.destruction_id')
    .select(['destruction_item.document_id', 'destruction.destruction_id'])
    .where('destruction.state', '=', 'proposed')
    .where('destruction_item.document_id', 'in', documentIds)
    .execute()
  return new Map(rows.map(({ document_id, destruction_id }) => [document_id, destruction_id]))
}

export async function insertApproval(change: Change, row: DestructionApprovalRow): Promise<void> {
  await change.db.insertInto('destruction_approval').values(row).execute()
}

export async function endDestruction(
  change: Change,
  destructionId: string,
  ended: Pick<DestructionRow, 'state' | 'ended_by' | 'ended_at' | 'end_reason' | 'backups_until'>,
): Promise<void> {
  await change.db.updateTable('destruction').set(ended).where('destruction_id', '=', destructionId).execute()
}

/** Who has an account here, by what people are told apart. */
export async function accountsHere(db: Reader) {
  const rows = await db.selectFrom('account').select(['account_id', 'person_id', 'display_name']).execute()
  const personOf = new Map(rows.map(({ account_id, person_id }) => [account_id, person_id]))
  const approver = (accountId: string) => ({ accountId, personId: personOf.get(accountId) ?? null })
  return { names: rows.map(({ display_name }) => display_name), approver }
}

export function approvalsOf(
  rows: readonly DestructionApprovalRow[],
  approver: (accountId: string) => { readonly accountId: string; readonly personId: string | null },
): readonly Approval[] {
  return rows.map(({ account_id, outside_name, outside_organisation, written_by }) =>
    account_id === null
      ? {
          by: 'outside',
          name: outside_name ?? '',
          organisation: outside_organisation ?? '',
          writer: approver(written_by),
        }
      : { by: 'account', approver: approver(account_id) },
  )
}
