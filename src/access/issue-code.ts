import type { Change } from '#storage'
import type { Caller } from './caller.ts'
import type { IssuedCode } from './contract.ts'
import type { Ground } from './ground.ts'
import { type CodePurpose, drawCode, expiryOf } from './one-time-code.ts'
import { insertCode } from './store.ts'

interface Issue {
  readonly accountId: string
  readonly purpose: CodePurpose
  /** How it was made sure that it is the person. */
  readonly identityCheckedBy?: string
}

/** Issues a code for an account, with its journal entry. What is returned is shown once and kept nowhere. */
export async function issueCode(ground: Ground, change: Change, caller: Caller, issue: Issue): Promise<IssuedCode> {
  const { accountId, purpose, identityCheckedBy } = issue
  const { shown, hash } = drawCode(ground.randomBytes, purpose)
  const expiresAt = expiryOf(purpose, ground.clock.now())
  const row = { facility_id: caller.facilityId, code_hash: hash, purpose, account_id: accountId, used_at: null }
  await insertCode(change, { ...row, expires_at: expiresAt })
  const act = purpose === 'invitation' ? 'account.invited' : 'account.reset'
  const subject = { kind: 'account', id: accountId } as const
  const detail = { identityCheckedBy, purpose, expiresAt }
  await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  return { code: shown, expiresAt }
}
