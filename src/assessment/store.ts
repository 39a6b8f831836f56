import type { AttestationRow, Change, ExemptionRow, Reader } from '#storage'
import { EDITION } from './ground.ts'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

/** What people said about requirements of the edition, newest first, with the names of those who said it. */
export interface Words {
  readonly attestations: readonly AttestationRow[]
  readonly exemptions: readonly ExemptionRow[]
  readonly nameOf: (accountId: string) => string
}

export async function readWords(db: Reader): Promise<Words> {
  const attestations = db.selectFrom('attestation').selectAll().where('edition', '=', EDITION)
  const exemptions = db.selectFrom('exemption').selectAll().where('edition', '=', EDITION)
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return {
    attestations: await attestations.orderBy('created_at', 'desc').orderBy('attestation_id').execute(),
    exemptions: await exemptions.orderBy('proposed_at', 'desc').orderBy('exemption_id').execute(),
    nameOf: (accountId) => names.get(accountId) ?? accountId,
  }
}

export async function insertAttestation(change: Change, row: AttestationRow): Promise<void> {
  await change.db.insertInto('attestation').values(row).execute()
}

export async function findAttestation(db: Reader, attestationId: string): Promise<AttestationRow | undefined> {
  return db.selectFrom('attestation').selectAll().where('attestation_id', '=', attestationId).executeTakeFirst()
}

/** Marks it withdrawn, once. False when somebody did so already. */
export async function markAttestationWithdrawn(change: Change, attestationId: string, at: string): Promise<boolean> {
  const query = change.db.updateTable('attestation').set({ withdrawn_at: at })
  const open = query.where('attestation_id', '=', attestationId).where('withdrawn_at', 'is', null)
  return (await open.executeTakeFirst()).numUpdatedRows === 1n
}

export async function insertExemption(change: Change, row: ExemptionRow): Promise<void> {
  await change.db.insertInto('exemption').values(row).execute()
}

export async function findExemption(db: Reader, exemptionId: string): Promise<ExemptionRow | undefined> {
  return db.selectFrom('exemption').selectAll().where('exemption_id', '=', exemptionId).executeTakeFirst()
}

/** Marks it approved, once. False when it was approved or withdrawn meanwhile. */
export async function markExemptionApproved(
  change: Change,
  exemptionId: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<boolean> {
  const query = change.db.updateTable('exemption').set({ approved_by: by, approved_at: at })
  const open = query.where('exemption_id', '=', exemptionId).where('approved_at', 'is', null)
  return (await open.where('withdrawn_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}

export async function markExemptionWithdrawn(change: Change, exemptionId: string, at: string): Promise<boolean> {
  const query = change.db.updateTable('exemption').set({ withdrawn_at: at })
  const open = query.where('exemption_id', '=', exemptionId).where('withdrawn_at', 'is', null)
  return (await open.executeTakeFirst()).numUpdatedRows === 1n
}
