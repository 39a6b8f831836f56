import type { Updateable } from 'kysely'
import type { AccountRow, Change, FacilityRow, FactorRow, OneTimeCodeRow, Reader, SessionRow } from '#storage'
import { type Account, accountOf, type Factor, factorOf } from './account.ts'

// Queries name no facility: the scope they run in bounds them, and refuses whatever would leave it.

export async function findFacility(db: Reader) {
  return db.selectFrom('facility').selectAll().executeTakeFirst()
}

/** In the scope of the installation. */
export async function listFacilityIds(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('facility').select('facility_id').orderBy('created_at').execute()
  return rows.map((row) => row.facility_id)
}

export async function insertFacility(change: Change, row: FacilityRow): Promise<void> {
  await change.db.insertInto('facility').values(row).execute()
}

/** 施設の改名 — the name every page shows, kept with the facility's profile in the same change. */
export async function renameFacility(change: Change, name: string): Promise<void> {
  await change.db.updateTable('facility').set({ name }).execute()
}

export async function findAccount(db: Reader, accountId: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  return row && accountOf(row)
}

export async function findAccountByLogin(db: Reader, loginName: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').selectAll().where('login_name', '=', loginName).executeTakeFirst()
  return row && accountOf(row)
}

export async function listAccounts(db: Reader): Promise<readonly Account[]> {
  return (await db.selectFrom('account').selectAll().orderBy('login_name').execute()).map(accountOf)
}

/** The account as it is now, held until the change ends, so that nobody decides on it at the same time. */
export async function holdAccount(change: Change, accountId: string): Promise<Account | undefined> {
  const query = change.db.selectFrom('account').selectAll().where('account_id', '=', accountId).forUpdate()
  const row = await query.executeTakeFirst()
  return row && accountOf(row)
}

/** All accounts, held in one order until the change ends. */
export async function holdAccounts(change: Change): Promise<readonly Account[]> {
  const rows = await change.db.selectFrom('account').selectAll().orderBy('account_id').forUpdate().execute()
  return rows.map(accountOf)
}

/** False when the login name is taken. */
export async function insertAccount(change: Change, row: AccountRow): Promise<boolean> {
  const result = await change.db
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.columns(['facility_id', 'login_name']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Keeps what administrators say of an account, whose version the caller has raised. */
export async function saveAccount(change: Change, account: Account): Promise<void> {
  const { id, loginName, displayName, personId, roles, state, version } = account
  const facts = { login_name: loginName, display_name: displayName, person_id: personId ?? null, state, version }
  await updateAccount(change, id, { ...facts, roles: JSON.stringify(roles) })
}

/** Counts and times of sign-in move without a new version: they are in nobody's way. */
export async function updateAccount(change: Change, accountId: string, set: Updateable<AccountRow>): Promise<void> {
  await change.db.updateTable('account').set(set).where('account_id', '=', accountId).execute()
}

export async function listFactors(db: Reader, accountId?: string): Promise<readonly Factor[]> {
  const all = db.selectFrom('factor').selectAll().orderBy('created_at').orderBy('factor_id')
  const query = accountId === undefined ? all : all.where('account_id', '=', accountId)
  return (await query.execute()).map(factorOf)
}

export async function insertFactor(change: Change, row: FactorRow): Promise<void> {
  await change.db.insertInto('factor').values(row).execute()
}

/** Takes a step of the app: false when this step or a later one was taken already. */
export async function takeStep(change: Change, factorId: string, step: number): Promise<boolean> {
  const query = change.db.updateTable('factor').set({ counter: step })
  const result = await query.where('factor_id', '=', factorId).where('counter', '<', step).executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Puts a shorter list in the place of the one that was seen: false when somebody else used a code meanwhile. */
export async function replaceList(
  change: Change,
  factorId: string,
  seenCount: number,
  set: Pick<FactorRow, 'secret' | 'key_id' | 'counter'>,
): Promise<boolean> {
  const query = change.db.updateTable('factor').set(set)
  const result = await query.where('factor_id', '=', factorId).where('counter', '=', seenCount).executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when it was confirmed or thrown away before. */
export async function confirmFactor(
  change: Change,
  factorId: string,
  set: Pick<FactorRow, 'confirmed_at' | 'counter'>,
): Promise<boolean> {
  const query = change.db.updateTable('factor').set(set)
  const result = await query.where('factor_id', '=', factorId).where('confirmed_at', 'is', null).executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deleteFactors(change: Change, factorIds: readonly string[]): Promise<void> {
  if (factorIds.length === 0) return
  await change.db.deleteFrom('factor').where('factor_id', 'in', factorIds).execute()
}

export async function findSession(db: Reader, tokenHash: string): Promise<SessionRow | undefined> {
  return db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
}

export async function findSessionById(db: Reader, sessionId: string): Promise<SessionRow | undefined> {
  return db.selectFrom('session').selectAll().where('session_id', '=', sessionId).executeTakeFirst()
}

export async function listSessions(db: Reader, accountId: string): Promise<readonly SessionRow[]> {
  const query = db.selectFrom('session').selectAll().where('account_id', '=', accountId)
  return query.where('revoked_at', 'is', null).orderBy('created_at', 'desc').execute()
}

export async function insertSession(change: Change, row: SessionRow): Promise<void> {
  await change.db.insertInto('session').values(row).execute()
}

export async function seeSession(change: Change, sessionId: string, at: string): Promise<void> {
  const query = change.db.updateTable('session').set({ last_seen_at: at })
  await query.where('session_id', '=', sessionId).where('last_seen_at', '<', at).execute()
}

/** False when it was revoked before. */
export async function revokeSession(change: Change, sessionId: string, at: string): Promise<boolean> {
  const query = change.db.updateTable('session').set({ revoked_at: at })
  const result = await query.where('session_id', '=', sessionId).where('revoked_at', 'is', null).executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Revokes every session of the account but the one to keep; says how many. */
export async function revokeSessions(change: Change, accountId: string, at: string, keep?: string): Promise<number> {
  const all = change.db.updateTable('session').set({ revoked_at: at }).where('account_id', '=', accountId)
  const query = keep === undefined ? all : all.where('session_id', '!=', keep)
  const live = query.where('revoked_at', 'is', null).where('expires_at', '>', at)
  return Number((await live.executeTakeFirst()).numUpdatedRows)
}

/** Forgets sessions that ended long ago; the journal keeps that they were. */
export async function forgetSessions(change: Change, accountId: string, before: string): Promise<void> {
  const query = change.db.deleteFrom('session').where('account_id', '=', accountId)
  await query.where('expires_at', '<', before).execute()
}

export async function findCode(db: Reader, hashes: readonly string[]): Promise<OneTimeCodeRow | undefined> {
  return db.selectFrom('one_time_code').selectAll().where('code_hash', 'in', hashes).executeTakeFirst()
}

export async function insertCode(change: Change, row: OneTimeCodeRow): Promise<void> {
  await change.db.insertInto('one_time_code').values(row).execute()
}

/** Uses the code up: true for exactly one of those who come with it, and only before it expires. */
export async function spendCode(change: Change, codeHash: string, at: string): Promise<boolean> {
  const query = change.db.updateTable('one_time_code').set({ used_at: at }).where('code_hash', '=', codeHash)
  const result = await query.where('used_at', 'is', null).where('expires_at', '>', at).executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes the codes handed out for the account before worthless. */
export async function deleteCodes(change: Change, accountId: string): Promise<void> {
  await change.db.deleteFrom('one_time_code').where('account_id', '=', accountId).execute()
}
