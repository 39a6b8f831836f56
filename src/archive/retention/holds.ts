import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Act } from './act.ts'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from './ground.ts'
import { findAll } from './judge-documents.ts'
import { insertHold, liftHoldRow } from './store.ts'
import type { HoldRequest, LiftRequest } from './wire.ts'

/** 廃棄を保留する — from the commit on none of them is destroyed, not even by a list that was approved already. */
export async function placeHold(ground: Ground, caller: Caller, { documentIds, reason }: HoldRequest): Promise<void> {
  demand(caller, 'retention.write')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    for (const { documentId, destroyedAt } of await findAll(ground, change.db, documentIds)) {
      if (destroyedAt !== null) throw malformed('retention-destroyed-already', 'documentIds')
      const holdId = ground.newId()
      await insertHold(change, {
        ...{ facility_id: caller.facilityId, hold_id: holdId, document_id: documentId, reason },
        ...{ placed_by: writerOf(caller), placed_at: ground.clock.now() },
        ...{ lifted_by: null, lifted_at: null, lift_reason: null },
      })
      const act: Act = 'retention.held'
      const subject = { kind: 'document', id: documentId }
      await ground.journal.append(change, { act, actor: caller.actor, subject, detail: { holdId, reason } })
    }
  })
}

/** 保留を解く — asks for more than placing it: whoever lifts it lets the document be destroyed. */
export async function liftHold(ground: Ground, caller: Caller, holdId: string, { reason }: LiftRequest): Promise<void> {
  demand(caller, 'retention.rule')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const lifted = { lifted_by: writerOf(caller), lifted_at: ground.clock.now(), lift_reason: reason }
    const row = await liftHoldRow(change, holdId, lifted)
    if (!row) throw new Refusal('not-found', { what: 'retention-hold', holdId })
    const act: Act = 'retention.released'
    const subject = { kind: 'document', id: row.document_id }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail: { holdId, reason } })
  })
}
