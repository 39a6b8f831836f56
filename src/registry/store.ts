import { renameFacility } from '#access'
import { Refusal } from '#shared'
import type { Change, FacilityRow, Reader, RegistryItemRow } from '#storage'
import { bodyText, type Kept, type KeptKind, keptOf, type Value } from './kept.ts'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

export async function findFacility(db: Reader): Promise<FacilityRow> {
  const row = await db.selectFrom('facility').selectAll().executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'facility' })
  return row
}

/** The names people are shown by, for what an account did. */
export async function accountNames(db: Reader): Promise<(accountId: string) => string> {
  const accounts = await db.selectFrom('account').select(['account_id', 'display_name']).execute()
  const names = new Map(accounts.map(({ account_id, display_name }) => [account_id, display_name]))
  return (accountId) => names.get(accountId) ?? accountId
}

/**
 * The facility, held until the change ends. Changes of one registry run one after the other, so that a reference
 * checked here still resolves when it is kept.
 */
export async function holdRegistry(change: Change): Promise<FacilityRow> {
  const row = await change.db.selectFrom('facility').selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'facility' })
  return row
}

export async function listKept(db: Reader, kind?: KeptKind): Promise<readonly Kept[]> {
  const all = db.selectFrom('registry_item').selectAll()
  const query = kind === undefined ? all : all.where('kind', '=', kind)
  const rows = await query.orderBy('kind').orderBy('position').orderBy('item_id').execute()
  return rows.map(keptOf)
}

export async function findKept(db: Reader, kind: KeptKind, id: string): Promise<Kept | undefined> {
  const query = db.selectFrom('registry_item').selectAll().where('kind', '=', kind).where('item_id', '=', id)
  const row = await query.executeTakeFirst()
  return row && keptOf(row)
}

/** Who writes what now: what every row is stamped with. */
export interface Stamp {
  readonly facilityId: string
  readonly at: string
  readonly by: string
}

export async function insertValue(change: Change, value: Value, uid: string, stamp: Stamp): Promise<Kept> {
  const row: RegistryItemRow = { ...rowOf(value, stamp), uid, version: 1 }
  await change.db.insertInto('registry_item').values(row).execute()
  await keepName(change, value)
  return keptOf(row)
}

/** Puts a value in the place of the version that was seen. Undefined when that is not there any more. */
export async function updateValue(change: Change, seen: Kept, value: Value, stamp: Stamp): Promise<Kept | undefined> {
  const row: RegistryItemRow = { ...rowOf(value, stamp), uid: seen.uid, version: seen.version + 1 }
  const { facility_id: _, kind, item_id, ...set } = row
  const query = change.db.updateTable('registry_item').set(set).where('kind', '=', kind).where('item_id', '=', item_id)
  const result = await query.where('version', '=', seen.version).executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return undefined
  await keepName(change, value)
  return keptOf(row)
}

/** The profile says what the facility is called; every page shows that name. */
async function keepName(change: Change, { kind, body: { name } }: Value): Promise<void> {
  if (kind === 'profile' && typeof name === 'string') await renameFacility(change, name)
}

/** Moves a row in its list; its facts and its version stay. */
export async function moveRow(change: Change, { uid }: Kept, position: number): Promise<void> {
  await change.db.updateTable('registry_item').set({ position }).where('uid', '=', uid).execute()
}

export async function deleteRow(change: Change, { uid, version }: Kept): Promise<boolean> {
  const query = change.db.deleteFrom('registry_item').where('uid', '=', uid).where('version', '=', version)
  return (await query.executeTakeFirst()).numDeletedRows === 1n
}

function rowOf(value: Value, { facilityId, at, by }: Stamp): Omit<RegistryItemRow, 'uid' | 'version'> {
  return {
    facility_id: facilityId,
    kind: value.kind,
    item_id: value.id,
    position: value.position,
    body: bodyText(value.body),
    confirmed_on: value.confirmedOn,
    updated_at: at,
    updated_by: by,
  }
}
