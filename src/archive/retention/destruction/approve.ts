import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Act } from '../act.ts'
import { type Ground, holdFacility, malformed, scopeOf } from '../ground.ts'
import { findAll, judgeDocuments } from '../judge-documents.ts'
import type { ApproveRequest } from '../wire.ts'
import { type Approval, refuseAlone } from './approvers.ts'
import { refuseObstacles } from './propose.ts'
import { accountsHere, approvalsOf, insertApproval, keptDestruction } from './store.ts'

/** 廃棄を承認する — by the person who is signed in, or by somebody outside whose paper that person has in hand. */
export async function approve(
  ground: Ground,
  caller: Caller,
  destructionId: string,
  request: ApproveRequest,
): Promise<void> {
  demand(caller, 'destruction.approve')
  const writer = personOf(caller)
  const at = ground.clock.now()
  const { outside } = request
  const approvedOn = outside?.approvedOn ?? dayOf(at)
  if (approvedOn > dayOf(at)) throw malformed('destruction-approved-in-future', 'outside.approvedOn')
  const { type: facilityType } = await ground.facility(scopeOf(caller))
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const { row, items, approvals } = await keptDestruction(change.db, destructionId)
    if (row.state !== 'proposed') throw new Refusal('conflict', { reason: 'destruction-over' })
    if (approvedOn < dayOf(row.proposed_at)) throw malformed('destruction-approved-before', 'outside.approvedOn')
    const { names, approver } = await accountsHere(change.db)
    const next: Approval = outside
      ? { by: 'outside', ...outside, writer: approver(writer) }
      : { by: 'account', approver: approver(writer) }
    refuseAlone(approvalsOf(approvals, approver), next, names)
    const documents = await findAll(
      ground,
      change.db,
      items.map(({ document_id }) => document_id),
    )
    refuseObstacles(await judgeDocuments(ground, change.db, documents, facilityType))
    const number = approvals.length + 1
    await insertApproval(change, {
      ...{ facility_id: caller.facilityId, destruction_id: destructionId, number },
      ...{ account_id: outside ? null : writer, outside_name: outside?.name ?? null },
      ...{ outside_organisation: outside?.organisation ?? null, approved_on: approvedOn },
      ...{ written_by: writer, written_at: at },
    })
    const act: Act = 'destruction.approved'
    const subject = { kind: 'destruction', id: destructionId }
    const detail = { number, approvedOn, outside: outside !== undefined }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  })
}

/** Two persons approve, and the command line is none. */
function personOf({ actor }: Caller): string {
  if (actor.kind !== 'account' || actor.id === undefined)
    throw new Refusal('not-permitted', { reason: 'destruction-by-nobody', action: 'destruction.approve' })
  return actor.id
}
