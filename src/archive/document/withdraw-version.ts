import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { holdFacility, scopeOf, writerOf } from '../ground.ts'
import { whyNotWithdrawn } from './confirmation.ts'
import type { DocumentGround } from './ground.ts'
import { versionAt } from './read-documents.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { documentRow, moveVersion } from './store.ts'
import type { WithdrawVersionRequest } from './wire.ts'

/** 取り下げる — a draft that nobody will confirm, with the reason. It stays and can be read; a new version may follow it. */
export async function withdrawVersion(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  version: number,
  { reason }: WithdrawVersionRequest,
): Promise<void> {
  demand(caller, 'document.enter')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    refuseDestroyed(await documentRow(change.db, documentId), documentId)
    const why = whyNotWithdrawn(await versionAt(change.db, documentId, version))
    if (why !== null) throw new Refusal('conflict', { reason: why })
    const withdrawn = { withdrawn_at: ground.clock.now(), withdrawn_by: writerOf(caller), withdrawn_reason: reason }
    await moveVersion(change, documentId, version, withdrawn)
    const subject = { kind: 'document', id: documentId }
    await ground.journal.append(change, {
      ...{ act: 'document.withdrawn', actor: caller.actor, subject, detail: { version, reason } },
    })
  })
}
