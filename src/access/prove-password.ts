import { type Instant, Refusal } from '#shared'
import type { Account } from './account.ts'
import type { Actor } from './caller.ts'
import { type Ground, scopeOf } from './ground.ts'
import { afterFailure, isLocked, isLockout, type Tries } from './lockout.ts'
import { isPassword } from './password-hash.ts'
import { holdAccount, updateAccount } from './store.ts'

/** Who tries, and what stands in the journal when it fails. */
export interface Trial {
  readonly facilityId: string
  readonly account: Account
  readonly actor: Actor
  readonly device: string
}

/**
 * Counts a try before it is looked at, so that many at once do not get more tries than many in a row. Whoever succeeds
 * takes it back. Refuses with `locked-out` while the account has to wait.
 */
export async function takeTry(ground: Ground, { facilityId, account }: Trial): Promise<Tries> {
  return ground.storage.write(scopeOf(facilityId), async (change) => {
    const now = ground.clock.now()
    const held = await holdAccount(change, account.id)
    if (!held) throw new Refusal('sign-in-failed')
    if (isLocked(held, now)) throw lockedOut(held)
    const tries = afterFailure(held, now)
    await updateAccount(change, account.id, columnsOf(tries))
    return tries
  })
}

/** Gives back the one try that succeeded as far as it went; what failed before it stays counted. */
export async function giveBackTry(ground: Ground, { facilityId, account }: Trial): Promise<void> {
  await ground.storage.write(scopeOf(facilityId), async (change) => {
    const held = await holdAccount(change, account.id)
    if (held) await updateAccount(change, account.id, columnsOf({ failedCount: Math.max(0, held.failedCount - 1) }))
  })
}

/** Writes down that the try failed, and refuses. */
export async function failTry(ground: Ground, trial: Trial, tries: Tries, wrong: 'password' | 'code'): Promise<never> {
  const { facilityId, account, actor, device } = trial
  const subject = { kind: 'account', id: account.id } as const
  await ground.storage.write(scopeOf(facilityId), async (change) => {
    const detail = { wrong, device, failedCount: tries.failedCount }
    await ground.journal.append(change, { act: 'session.sign-in-failed', actor, subject, outcome: 'failed', detail })
    if (!isLockout(tries.failedCount)) return
    const until = { until: tries.lockedUntil }
    await ground.journal.append(change, {
      act: 'account.locked-out',
      actor: { kind: 'system' },
      subject,
      detail: until,
    })
  })
  throw failed(tries, wrong)
}

/** Asks a signed-in person for the password once more, with the same tries and waits as at the door. */
export async function demandPassword(ground: Ground, trial: Trial, password: string): Promise<void> {
  const tries = await takeTry(ground, trial)
  if (!(await isPassword(trial.account.passwordHash, password))) await failTry(ground, trial, tries, 'password')
  await giveBackTry(ground, trial)
}

/** The same words for an unknown name and a wrong password; a wrong code comes after the right password. */
export function failed(tries: Tries, wrong: 'password' | 'code'): Refusal {
  return new Refusal('sign-in-failed', { ...(wrong === 'code' && { wrong }), until: tries.lockedUntil })
}

export function lockedOut({ lockedUntil }: Tries): Refusal {
  return new Refusal('locked-out', { until: lockedUntil })
}

export function columnsOf({ failedCount, lockedUntil }: Tries): { failed_count: number; locked_until: Instant | null } {
  return { failed_count: failedCount, locked_until: lockedUntil ?? null }
}
