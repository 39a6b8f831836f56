import type { Instant } from '#shared'
import type { Change, InspectorLinkRow, Reader } from '#storage'

/** Those that are open at this moment, newest first. */
export async function listOpenLinks(db: Reader, now: Instant): Promise<readonly InspectorLinkRow[]> {
  const all = db.selectFrom('inspector_link').selectAll().orderBy('created_at', 'desc')
  return all.where('revoked_at', 'is', null).where('expires_at', '>', now).execute()
}

export async function findLink(
  db: Reader,
  by: { readonly tokenHash: string } | { readonly accountId: string } | { readonly linkId: string },
): Promise<InspectorLinkRow | undefined> {
  const all = db.selectFrom('inspector_link').selectAll()
  if ('tokenHash' in by) return all.where('token_hash', '=', by.tokenHash).executeTakeFirst()
  if ('accountId' in by) return all.where('account_id', '=', by.accountId).executeTakeFirst()
  return all.where('link_id', '=', by.linkId).executeTakeFirst()
}

export async function insertLink(change: Change, row: InspectorLinkRow): Promise<void> {
  await change.db.insertInto('inspector_link').values(row).execute()
}

/** Closes it, once. False when somebody did so already. */
export async function markRevoked(
  change: Change,
  linkId: string,
  ending: { readonly revoked_at: Instant; readonly revoked_by: string },
): Promise<boolean> {
  const query = change.db.updateTable('inspector_link').set(ending).where('link_id', '=', linkId)
  return (await query.where('revoked_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n
}
