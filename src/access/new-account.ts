import type { Instant } from '#shared'
import type { AccountRow } from '#storage'
import type { CreateAccountRequest } from './contract.ts'
import type { Role } from './roles.ts'

/** What is said of an account when it is made. */
export interface NewAccount extends Omit<CreateAccountRequest, 'roles'> {
  readonly roles: readonly Role[]
}

/** The row of an account nobody has signed in with yet: without a password, invited. */
export function newAccountRow(
  facilityId: string,
  accountId: string,
  { loginName, displayName, personId, language, roles }: NewAccount,
  now: Instant,
): AccountRow {
  return {
    facility_id: facilityId,
    account_id: accountId,
    login_name: loginName,
    display_name: displayName,
    person_id: personId ?? null,
    roles: JSON.stringify(roles),
    password_hash: null,
    password_changed_at: null,
    must_change_password: 0,
    state: 'invited',
    failed_count: 0,
    locked_until: null,
    language,
    version: 1,
    created_at: now,
    ends_at: null,
  }
}
