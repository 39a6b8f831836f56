import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { referrersOf } from './check-references.ts'
import { type Ground, noteItem, scopeOf } from './ground.ts'
import { conflict } from './keep-item.ts'
import { itemOf, kindOf } from './kept.ts'
import { deleteRow, findKept, holdRegistry, listKept } from './store.ts'
import type { RemoveItemRequest } from './wire.ts'

/** Takes an item out of the registry. While others refer to it, it stays, and the refusal says which. */
export async function removeItem(ground: Ground, caller: Caller, request: RemoveItemRequest): Promise<void> {
  demand(caller, 'registry.change')
  const { kind, id, version } = request
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const kept = await findKept(change.db, kind, id)
    if (!kept || kindOf(kind).single) throw new Refusal('not-found', { kind, id })
    if (kept.version !== version) throw conflict(kept)
    const referrers = referrersOf(await listKept(change.db), kind, id)
    if (referrers.length > 0) throw new Refusal('conflict', { reason: 'referenced', referrers })
    if (!(await deleteRow(change, kept))) throw conflict(kept)
    await noteItem(ground, change, caller, 'registry.removed', kept, { before: itemOf(kept) })
  })
}
