import { Refusal } from '#shared'
import type { Caller } from './caller.ts'
import type { AccountView, CreateAccountRequest, IssuedCode } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { issueCode } from './issue-code.ts'
import { newAccountRow } from './new-account.ts'
import { demand } from './permissions.ts'
import { newId } from './random.ts'
import { viewNow } from './read-accounts.ts'
import { insertAccount } from './store.ts'

/** Makes an account and the code with which its person chooses a password; nobody else ever knows one. */
export async function createAccount(
  ground: Ground,
  caller: Caller,
  request: CreateAccountRequest,
): Promise<{ readonly account: AccountView; readonly invitation: IssuedCode }> {
  demand(caller, 'account.manage')
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const accountId = newId(ground.randomBytes)
    const row = newAccountRow(caller.facilityId, accountId, request, ground.clock.now())
    if (!(await insertAccount(change, row))) throw new Refusal('already-exists', { what: 'loginName' })
    const { loginName, displayName, roles, personId } = request
    const subject = { kind: 'account', id: accountId } as const
    const detail = { loginName, displayName, roles, personId }
    await ground.journal.append(change, { act: 'account.created', actor: caller.actor, subject, detail })
    const invitation = await issueCode(ground, change, caller, { accountId, purpose: 'invitation' })
    return { account: await viewNow(change, accountId), invitation }
  })
}
