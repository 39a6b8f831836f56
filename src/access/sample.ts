import { Refusal } from '#shared'
import type { Change } from '#storage'
import type { Actor } from './caller.ts'
import type { IssuedCode } from './contract.ts'
import { facilityOf } from './create-facility.ts'
import { failingEvenly } from './failing-evenly.ts'
import { type Ground, scopeOf } from './ground.ts'
import { type NewAccount, newAccountRow } from './new-account.ts'
import { drawCode, expiryOf, hashOfTyped } from './one-time-code.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { newId } from './random.ts'
import { deviceOf } from './session.ts'
import { findAccount, findCode, findFacility, insertAccount, insertCode, spendCode } from './store.ts'
import { theFacility } from './the-facility.ts'

/** An account of the sample: nobody signs in with a password there; the address printed at the start opens it. */
export async function createSampleAccount(
  ground: Ground,
  change: Change,
  account: NewAccount & { readonly actor: Actor },
): Promise<string> {
  const { actor, ...facts } = account
  const facility = await findFacility(change.db)
  if (facility?.sample !== 1) throw new Refusal('not-permitted', { reason: 'not-a-sample' })
  const accountId = newId(ground.randomBytes)
  const row = newAccountRow(facilityOf(change), accountId, facts, ground.clock.now())
  const inserted = await insertAccount(change, { ...row, state: 'active' })
  if (!inserted) throw new Refusal('already-exists', { what: 'loginName' })
  const subject = { kind: 'account', id: accountId } as const
  const { loginName, displayName, roles } = facts
  await ground.journal.append(change, {
    act: 'account.created',
    actor,
    subject,
    detail: { loginName, displayName, roles },
  })
  return accountId
}

/** Issues the code in the address that `npm start` prints. */
export async function issueSampleCode(ground: Ground, facilityId: string, accountId: string): Promise<IssuedCode> {
  const { shown, hash } = drawCode(ground.randomBytes, 'sample')
  const expiresAt = expiryOf('sample', ground.clock.now())
  await ground.storage.write(scopeOf(facilityId), async (change) => {
    const [facility, account] = [await findFacility(change.db), await findAccount(change.db, accountId)]
    if (facility?.sample !== 1 || !account) throw new Refusal('not-permitted', { reason: 'not-a-sample' })
    const row = { facility_id: facilityId, code_hash: hash, purpose: 'sample', account_id: accountId, used_at: null }
    await insertCode(change, { ...row, expires_at: expiresAt })
  })
  return { code: shown, expiresAt }
}

/** Opens a session of the sample with the code, once. In a real facility there is no such way in. */
export function openSampleSession(ground: Ground, typed: string, userAgent?: string): Promise<OpenedSession> {
  return failingEvenly(ground.pause, async () => {
    const hash = hashOfTyped('sample', typed)
    if (hash === undefined) throw wrongCode()
    const facilityId = await theFacility(ground, undefined)
    return ground.storage.write(scopeOf(facilityId), async (change) => {
      const facility = await findFacility(change.db)
      const code = await findCode(change.db, [hash])
      const account = code?.account_id ? await findAccount(change.db, code.account_id) : undefined
      if (facility?.sample !== 1 || account?.state !== 'active') throw wrongCode()
      if (!(await spendCode(change, hash, ground.clock.now()))) throw wrongCode()
      return openSession(ground, change, account.id, { way: 'sample', device: deviceOf(userAgent) })
    })
  })
}

function wrongCode(): Refusal {
  return new Refusal('sign-in-failed', { wrong: 'code' })
}
