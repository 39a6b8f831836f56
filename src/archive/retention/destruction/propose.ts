import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Act } from '../act.ts'
import { type Ground, holdFacility, scopeOf, writerOf } from '../ground.ts'
import { findAll, judgeDocuments } from '../judge-documents.ts'
import type { Judged } from '../whether-destroyable.ts'
import type { ProposeRequest } from '../wire.ts'
import { destructionRows, insertDestruction, listOf } from './store.ts'

/** 廃棄を申し出る — only documents whose period has ended, that are on no hold and on no other list. */
export async function propose(
  ground: Ground,
  caller: Caller,
  { documentIds, reason }: ProposeRequest,
): Promise<string> {
  demand(caller, 'destruction.propose')
  const { type: facilityType } = await ground.facility(scopeOf(caller))
  const destructionId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const documents = await findAll(ground, change.db, documentIds)
    const judged = await judgeDocuments(ground, change.db, documents, facilityType)
    refuseObstacles(judged)
    const [listed] = (await listOf(change.db, documentIds)).keys()
    if (listed !== undefined)
      throw new Refusal('conflict', { reason: 'destruction-listed-already', documentId: listed })
    const number = ((await destructionRows(change.db))[0]?.number ?? 0) + 1
    const ids = { facility_id: caller.facilityId, destruction_id: destructionId }
    const row = {
      ...{ ...ids, number, reason, proposed_by: writerOf(caller), proposed_at: ground.clock.now() },
      ...{ state: 'proposed', ended_by: null, ended_at: null, end_reason: null, backups_until: null },
    }
    await insertDestruction(
      change,
      row,
      judged.map((one) => ({ ...ids, ...itemOf(one) })),
    )
    const act: Act = 'destruction.proposed'
    const subject = { kind: 'destruction', id: destructionId }
    const detail = { number, reason, documentIds: [...documentIds] }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
  })
  return destructionId
}

/** Refuses all of them where one may not be destroyed, and names each with its reason. */
export function refuseObstacles(judged: readonly Judged[]): void {
  const issues = judged.flatMap(({ document: { documentId }, obstacle }) =>
    obstacle === undefined ? [] : [{ path: documentId, code: `destruction-${obstacle}` }],
  )
  const [first] = issues
  if (first) throw new Refusal('conflict', { reason: first.code, issues })
}

function itemOf({ document, period }: Judged) {
  const { documentId, kind, standing, storedOn } = document
  if (period.state === 'open') throw new Error('a document without an end stands on no list')
  return {
    ...{ document_id: documentId, kind, standing, stored_on: storedOn },
    ...{ ends_on: period.last.endsOn, basis: JSON.stringify(period.endings) },
  }
}
