import { type Instant, Refusal } from '#shared'
import type { AccountRow, FactorRow } from '#storage'
import type { AccountView, FactorView } from './contract.ts'
import type { Tries } from './lockout.ts'
import { type Role, roleNames } from './roles.ts'
import type { FactorKind } from './words.ts'

/** 利用者 — an account somebody signs in with, as the decisions see it. */
export interface Account extends Tries {
  readonly id: string
  readonly loginName: string
  readonly displayName: string
  readonly personId?: string
  readonly roles: readonly Role[]
  readonly passwordHash?: string
  readonly passwordChangedAt?: string
  readonly mustChangePassword: boolean
  /** Invited: has not chosen a password yet. Disabled: may not sign in, keeps its history. */
  readonly state: AccountView['state']
  readonly language: 'ja' | 'en'
  /** When the account ends by itself; only one that a link opens does. */
  readonly endsAt?: Instant
  readonly version: number
  readonly createdAt: string
}

/** 第二の要素 — a second factor, its secret still sealed. */
export interface Factor {
  readonly id: string
  readonly accountId: string
  readonly kind: FactorKind
  readonly secret: { readonly keyId: string; readonly bytes: Uint8Array }
  readonly counter: number
  readonly confirmed: boolean
  readonly createdAt: string
}

const states: readonly string[] = ['invited', 'active', 'disabled']

export function accountOf(row: AccountRow): Account {
  if (!states.includes(row.state)) throw new Refusal('corrupt', { what: 'account', id: row.account_id })
  return {
    id: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    personId: row.person_id ?? undefined,
    roles: rolesOf(row),
    passwordHash: row.password_hash ?? undefined,
    passwordChangedAt: row.password_changed_at ?? undefined,
    mustChangePassword: row.must_change_password !== 0,
    state: row.state as Account['state'],
    failedCount: row.failed_count,
    lockedUntil: row.locked_until ?? undefined,
    language: row.language === 'en' ? 'en' : 'ja',
    endsAt: row.ends_at ?? undefined,
    version: row.version,
    createdAt: row.created_at,
  }
}

export function factorOf(row: FactorRow): Factor {
  return {
    id: row.factor_id,
    accountId: row.account_id,
    kind: row.kind === 'totp' ? 'totp' : 'code-list',
    secret: { keyId: row.key_id, bytes: row.secret },
    counter: row.counter,
    confirmed: row.confirmed_at !== null,
    createdAt: row.created_at,
  }
}

/** What the permission table and the screens see of an account; never its hash. */
export function viewOf(account: Account, factors: readonly Factor[]): AccountView {
  const { id, loginName, displayName, personId, roles, state, language, lockedUntil, passwordChangedAt } = account
  const kinds = factors.filter((factor) => factor.accountId === id && factor.confirmed).map((factor) => factor.kind)
  return {
    ...{
      accountId: id,
      loginName,
      displayName,
      personId,
      roles: [...roles],
      state,
      language,
      lockedUntil,
      passwordChangedAt,
    },
    factors: [...new Set(kinds)],
    version: account.version,
    createdAt: account.createdAt,
  }
}

export function factorView({ id, kind, confirmed, counter, createdAt }: Factor): FactorView {
  return { factorId: id, kind, confirmed, codesLeft: kind === 'code-list' ? counter : undefined, createdAt }
}

/** Whether the account could sign in now: only such an administrator counts as one. */
export function canSignIn(account: Account): boolean {
  return account.state === 'active' && account.passwordHash !== undefined
}

/** A role this version does not know gives no rights. */
function rolesOf(row: AccountRow): readonly Role[] {
  try {
    const stored: unknown = JSON.parse(row.roles)
    if (Array.isArray(stored)) return roleNames.filter((role) => stored.includes(role))
  } catch (error) {
    throw new Refusal('corrupt', { what: 'account', id: row.account_id }, { cause: error })
  }
  throw new Refusal('corrupt', { what: 'account', id: row.account_id })
}

/**
 * 限られた利用者 — an account that only a link opens: it never had a password and has one role. Nobody gives it more;
 * whoever is to do more gets an account of their own.
 */
export function isLinkAccount({ passwordHash, roles, loginName }: Account): boolean {
  return passwordHash === undefined && linkRoles.includes(roles.join()) && loginName.startsWith(LINK_LOGIN)
}

const linkRoles: readonly string[] = ['supplier', 'inspector'] satisfies readonly Role[]

/** Whether its time is over: nobody comes in by it any more. */
export const isOver = ({ endsAt }: Account, now: Instant): boolean => endsAt !== undefined && now >= endsAt

/** What the login names of such accounts begin with; a person's never does, since `@` may not come first. */
export const LINK_LOGIN = '@'
