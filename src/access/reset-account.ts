import { Refusal } from '#shared'
import { LINK_LOGIN } from './account.ts'
import type { Caller } from './caller.ts'
import type { IssuedCode, ResetAccountRequest } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { issueCode } from './issue-code.ts'
import { demand } from './permissions.ts'
import { deleteCodes, holdAccount } from './store.ts'

/**
 * 再登録 — a code with which the person chooses a new password. How it was made sure that it is the person goes to the
 * journal: 6.5 C-14 (2) of guideline 5.2 asks for a ledger of just that. Codes handed out before become worthless.
 */
export async function resetAccount(ground: Ground, caller: Caller, request: ResetAccountRequest): Promise<IssuedCode> {
  demand(caller, 'account.manage')
  const { accountId, identityCheckedBy, removeFactors } = request
  return ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    const account = await holdAccount(change, accountId)
    if (!account || account.state === 'disabled') throw new Refusal('not-found', { what: 'account' })
    if (account.loginName.startsWith(LINK_LOGIN)) throw new Refusal('not-permitted', { reason: 'link-account' })
    await deleteCodes(change, accountId)
    const purpose = account.state === 'invited' ? 'invitation' : removeFactors ? 'recovery' : 'reset'
    return issueCode(ground, change, caller, { accountId, purpose, identityCheckedBy })
  })
}
