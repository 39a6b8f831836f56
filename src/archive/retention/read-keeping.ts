import { type Caller, demand, may } from '#access'
import { dayOf } from '#shared'
import { archiveKind } from '../kind/read-kinds.ts'
import { listOf } from './destruction/store.ts'
import { type Ground, scopeOf } from './ground.ts'
import { judgeDocuments } from './judge-documents.ts'
import { namesOfAccounts } from './store.ts'
import type { Judged } from './whether-destroyable.ts'
import type { KeepingView, KeptView } from './wire.ts'

/** One screenful; the next is asked for with the last id. */
const PAGE_DOCUMENTS = 200

/** 保存の状態を見る — documents in the order of their ids, each judged as of now. */
export async function readKeeping(ground: Ground, caller: Caller, after?: string): Promise<KeepingView> {
  demand(caller, 'retention.read')
  const { type } = await ground.facility(scopeOf(caller))
  return ground.storage.read(scopeOf(caller), async (db) => {
    const page = await ground.documents.page(db, after, PAGE_DOCUMENTS)
    const judged = await judgeDocuments(ground, db, page, type)
    const nameOf = await namesOfAccounts(db)
    const lists = await listOf(
      db,
      page.map(({ documentId }) => documentId),
    )
    const next = page.length === PAGE_DOCUMENTS ? page.at(-1)?.documentId : undefined
    return {
      today: dayOf(ground.clock.now()),
      documents: judged.map((one) => {
        const view = viewOf(one, nameOf, lists.get(one.document.documentId))
        // A title may name a patient: whoever may not see the documents judges by number, kind and days.
        return may(caller, 'document.read') ? view : { ...view, title: '' }
      }),
      ...(next !== undefined && { next }),
      may: {
        write: may(caller, 'retention.write'),
        lift: may(caller, 'retention.rule'),
        propose: may(caller, 'destruction.propose'),
      },
    }
  })
}

function viewOf(
  { document, period, holds, obstacle }: Judged,
  nameOf: (accountId: string) => string,
  destructionId: string | undefined,
): KeptView {
  const { documentId, title, standing, storedOn } = document
  return {
    ...{ documentId, title, standing, storedOn, kind: kindNamed(document.kind) },
    period: JSON.parse(JSON.stringify(period)),
    holds: holds.map((row) => ({
      ...{ holdId: row.hold_id, reason: row.reason, by: nameOf(row.placed_by), at: row.placed_at },
    })),
    ...(obstacle !== undefined && { obstacle }),
    ...(destructionId !== undefined && { destructionId }),
  }
}

/** A kind that this version does not know is called by its id. */
export function kindNamed(kind: string): { readonly ja: string; readonly en: string } {
  const { ja = kind, en = kind } = archiveKind(kind) ?? {}
  return { ja, en }
}
