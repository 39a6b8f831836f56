import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change, TaskRow } from '#storage'
import { checkReferences } from './check-references.ts'
import { type Ground, note, scopeOf, writerOf } from './ground.ts'
import { holdFacility, insertTask, openTasksFor, replaceSources } from './store.ts'
import type { OpenTaskRequest } from './wire.ts'

/** 用件を作る — for the doors: what it refers to must be in the registry. */
export async function openTask(ground: Ground, caller: Caller, request: OpenTaskRequest): Promise<string> {
  demand(caller, 'task.change')
  await checkReferences(ground, caller, request)
  return ground.storage.write(scopeOf(caller), (change) => open(ground, change, caller, request))
}

/**
 * The same inside the change of another room, which answers for what it refers to. Refused where a task for one of the
 * sources is not closed yet, unless a second one is wanted.
 */
export async function open(ground: Ground, change: Change, caller: Caller, request: OpenTaskRequest): Promise<string> {
  demand(caller, 'task.change')
  const { anyway = false, ...content } = request
  const sources = distinct(content.sources ?? [])
  await holdFacility(change)
  for (const source of anyway ? [] : sources) {
    const [there] = await openTasksFor(change.db, source)
    if (there) throw new Refusal('already-exists', { what: 'task', taskId: there.task_id, source })
  }
  const row: TaskRow = {
    facility_id: caller.facilityId,
    task_id: ground.newId(),
    title: content.title,
    background: content.background ?? '',
    owner_id: content.ownerId ?? null,
    supplier_id: content.supplierId ?? null,
    about_kind: content.about?.kind ?? null,
    about_id: content.about?.id ?? null,
    about_field: content.about?.field ?? null,
    due_on: content.dueOn ?? null,
    cost: content.cost ?? null,
    alternatives: JSON.stringify(content.alternatives ?? []),
    if_not_done: content.ifNotDone ?? '',
    state: 'open',
    revision: 1,
    opened_by: writerOf(caller),
    opened_at: ground.clock.now(),
    closed_at: null,
    version: 1,
  }
  await insertTask(change, row)
  await replaceSources(change, row, sources)
  await note(ground, change, caller, 'task.opened', row.task_id, { ...content, sources })
  return row.task_id
}

/** Each source once. */
export function distinct<Source extends object>(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}
