import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change } from '#storage'
import type { Act } from '../act.ts'
import { type Ground, holdFacility, scopeOf, writerOf } from '../ground.ts'
import { findAll, judgeDocuments } from '../judge-documents.ts'
import type { CarryOutRequest, LiftRequest } from '../wire.ts'
import { APPROVALS_NEEDED } from './approvers.ts'
import { refuseObstacles } from './propose.ts'
import { endDestruction, type KeptDestruction, keptDestruction } from './store.ts'

/**
 * 廃棄する — looks at everything once more, then destroys the keys, removes what was made of the contents, and writes the
 * entries, all in one change; the files follow when it is durable. There is no way back.
 */
export async function carryOut(
  ground: Ground,
  caller: Caller,
  destructionId: string,
  { reason, backupsUntil }: CarryOutRequest,
): Promise<void> {
  demand(caller, 'destruction.carry-out')
  const { type: facilityType } = await ground.facility(scopeOf(caller))
  const ids = await ground.storage.write(scopeOf(caller), async (change) => {
    const { row, items, approvals } = await open(change, destructionId)
    if (approvals.length < APPROVALS_NEEDED) throw new Refusal('conflict', { reason: 'destruction-not-approved' })
    const documents = await findAll(
      ground,
      change.db,
      items.map(({ document_id }) => document_id),
    )
    refuseObstacles(await judgeDocuments(ground, change.db, documents, facilityType))
    for (const { documentId } of documents) {
      await ground.documents.destroy(change, documentId, ground.clock.now())
      const subject = { kind: 'document', id: documentId }
      const act: Act = 'document.destroyed'
      await ground.journal.append(change, { act, actor: caller.actor, subject, detail: { destructionId } })
    }
    await end(ground, change, caller, row.destruction_id, { state: 'carried-out', reason, backupsUntil })
    return items.map(({ document_id }) => document_id)
  })
  await ground.documents.sweep(scopeOf(caller), ids)
}

/** 取り下げる — nothing of the list is destroyed; it stays, with the reason. */
export async function withdraw(
  ground: Ground,
  caller: Caller,
  destructionId: string,
  { reason }: LiftRequest,
): Promise<void> {
  demand(caller, 'destruction.propose')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await open(change, destructionId)
    await end(ground, change, caller, destructionId, { state: 'withdrawn', reason })
  })
}

async function open(change: Change, destructionId: string): Promise<KeptDestruction> {
  await holdFacility(change)
  const kept = await keptDestruction(change.db, destructionId)
  if (kept.row.state !== 'proposed') throw new Refusal('conflict', { reason: 'destruction-over' })
  return kept
}

interface End {
  readonly state: 'carried-out' | 'withdrawn'
  readonly reason: string
  readonly backupsUntil?: string | undefined
}

async function end(
  { clock, journal }: Ground,
  change: Change,
  caller: Caller,
  destructionId: string,
  { state, reason, backupsUntil }: End,
): Promise<void> {
  const by = { ended_by: writerOf(caller), ended_at: clock.now() }
  await endDestruction(change, destructionId, { state, ...by, end_reason: reason, backups_until: backupsUntil ?? null })
  const act: Act = state === 'withdrawn' ? 'destruction.withdrawn' : 'destruction.carried-out'
  const subject = { kind: 'destruction', id: destructionId }
  await journal.append(change, {
    act,
    actor: caller.actor,
    subject,
    detail: { reason, ...(backupsUntil && { backupsUntil }) },
  })
}
