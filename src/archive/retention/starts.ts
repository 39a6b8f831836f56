import { type Caller, demand } from '#access'
import { dayOf } from '#shared'
import type { Act } from './act.ts'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from './ground.ts'
import { findAll } from './judge-documents.ts'
import { insertStart, startRows } from './store.ts'
import type { StartRequest } from './wire.ts'

/** 起算日を記録する — what happened on which day, for each of the documents. Without a day it is taken back. */
export async function recordStart(ground: Ground, caller: Caller, request: StartRequest): Promise<void> {
  demand(caller, 'retention.write')
  const { documentIds, event, onDay = null, source } = request
  const at = ground.clock.now()
  if (onDay !== null && onDay > dayOf(at)) throw malformed('retention-start-in-future', 'onDay')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    for (const { documentId, destroyedAt } of await findAll(ground, change.db, documentIds)) {
      if (destroyedAt !== null) throw malformed('retention-destroyed-already', 'documentIds')
      const number = ((await startRows(change.db, [documentId])).at(-1)?.number ?? 0) + 1
      await insertStart(change, {
        ...{ facility_id: caller.facilityId, document_id: documentId, number, event, on_day: onDay, source },
        ...{ written_by: writerOf(caller), written_at: at },
      })
      const detail = { event, source, ...(onDay !== null && { onDay }) }
      const act: Act = 'retention.started'
      const subject = { kind: 'document', id: documentId }
      await ground.journal.append(change, { act, actor: caller.actor, subject, detail })
    }
  })
}
