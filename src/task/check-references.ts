import type { Caller } from '#access'
import { type Ground, malformed, scopeOf } from './ground.ts'
import type { ChangeTaskRequest } from './wire.ts'

type Referring = Pick<ChangeTaskRequest, 'ownerId' | 'supplierId' | 'about'>

/** Refuses a person, a supplier or a thing that the registry does not have. */
export async function checkReferences({ directory }: Ground, caller: Caller, request: Referring): Promise<void> {
  const { ownerId, supplierId, about } = request
  const named = [
    { path: 'ownerId', kind: 'person', id: ownerId },
    { path: 'supplierId', kind: 'supplier', id: supplierId },
    { path: 'about', kind: about?.kind ?? '', id: about?.id },
  ]
  for (const { path, kind, id } of named) {
    if (typeof id === 'string' && !(await directory.has(scopeOf(caller), kind, id))) throw malformed(path, 'not-there')
  }
}
