import { type Caller, demand } from '#access'
import type { RenewedLocks } from '#storage'
import { scopeOf } from '../ground.ts'
import type { PreservationAct } from './act.ts'
import type { PreservationGround } from './check-contents.ts'

/**
 * 保護期間の延長 — prolongs today's share of the locks (7.3: what is kept stays kept, whoever has the administrator's password). What
 * had lapsed, was hidden by somebody or is missing stands in the journal.
 */
export async function renewLocksOf(ground: PreservationGround, caller: Caller): Promise<RenewedLocks> {
  demand(caller, 'contents.check')
  if (!ground.locks) throw new Error('nothing is locked here')
  const renewed = await ground.locks.renew(scopeOf(caller))
  const { missing, ...counts } = renewed
  const act: PreservationAct = 'contents.locks-renewed'
  const subject = { kind: 'facility', id: caller.facilityId }
  const detail = { ...counts, missing: missing.length }
  await ground.storage.write(scopeOf(caller), (change) =>
    ground.journal.append(change, { act, actor: caller.actor, subject, detail }),
  )
  return renewed
}
