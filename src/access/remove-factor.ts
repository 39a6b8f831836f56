import { Refusal } from '#shared'
import type { Caller } from './caller.ts'
import type { RemoveFactorRequest } from './contract.ts'
import { type Ground, scopeOf } from './ground.ts'
import { demandFresh, holdUnmoved, loadOwn } from './own-account.ts'
import { judgePassword } from './password-rule.ts'
import { deleteFactors, listFactors, updateAccount } from './store.ts'

/**
 * Takes a factor away. After the last one the password stands alone: unless it was given here and is good enough for
 * that, it has to be changed before anything else may be done.
 */
export async function removeFactor(ground: Ground, caller: Caller, request: RemoveFactorRequest): Promise<void> {
  const own = await loadOwn(ground, caller)
  const { currentPassword } = request
  await demandFresh(ground, caller, own, currentPassword)
  const alone = { secondFactor: false, names: own.names }
  const standsAlone = currentPassword !== undefined && judgePassword(currentPassword, alone).length === 0
  await ground.storage.write(scopeOf(caller.facilityId), async (change) => {
    await holdUnmoved(change, own.account)
    const factors = await listFactors(change.db, own.account.id)
    const leaving = factors.find((factor) => factor.id === request.factorId)
    if (!leaving) throw new Refusal('not-found', { what: 'factor' })
    await deleteFactors(change, [leaving.id])
    const left = factors.some((factor) => factor.confirmed && factor.id !== leaving.id)
    if (leaving.confirmed && !left && !standsAlone)
      await updateAccount(change, own.account.id, { must_change_password: 1 })
    const subject = { kind: 'account', id: own.account.id } as const
    const detail = { kind: leaving.kind, by: 'owner' }
    await ground.journal.append(change, { act: 'account.factor-removed', actor: caller.actor, subject, detail })
  })
}
