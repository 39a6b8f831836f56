import { type Caller, demand, may } from '#access'
import { type Json, Refusal } from '#shared'
import type { Change, TaskRow } from '#storage'
import { checkReferences } from './check-references.ts'
import { type Ground, malformed, note, notFound, scopeOf, writerOf } from './ground.ts'
import { distinct } from './open-task.ts'
import { isClosed, type TaskState, transitions } from './states.ts'
import { addNote, holdTask, replaceSources, replaceTask } from './store.ts'
import type { ChangeTaskRequest, MoveTaskRequest, NoteTaskRequest } from './wire.ts'

/** 用件を変える — what is absent from the request stays. A change of what is decided on makes a new revision. */
export async function changeTask(
  ground: Ground,
  caller: Caller,
  taskId: string,
  request: ChangeTaskRequest,
): Promise<void> {
  demand(caller, 'task.change')
  await checkReferences(ground, caller, request)
  const { version, sources, ...content } = request
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, taskId, version)
    const next = { ...row, ...columnsOf(content), version: row.version + 1 }
    const revision = isDecidedOnAnew(row, next) ? row.revision + 1 : row.revision
    await replaceTask(change, { ...next, revision })
    if (sources) await replaceSources(change, row, distinct(sources))
    await note(ground, change, caller, 'task.changed', taskId, particularsOf(request))
  })
}

/** 状態を移す — by whoever may change tasks, or by the one who was given it. Dropping needs a reason. */
export async function moveTask(
  ground: Ground,
  caller: Caller,
  taskId: string,
  request: MoveTaskRequest,
): Promise<void> {
  const mayTouch = await whoMayTouch(ground, caller)
  const { state, words = '', version } = request
  if (state === 'dropped' && words === '') throw malformed('words', 'missing')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, taskId, version, mayTouch)
    await moveTo(ground, change, caller, row, { state, words })
    await note(ground, change, caller, 'task.moved', taskId, { from: row.state, to: state, words })
  })
}

/** The move itself, for a decision that ends a task as well. The caller has written down why. */
export async function moveTo(
  ground: Ground,
  change: Change,
  caller: Caller,
  row: TaskRow,
  { state, words }: { readonly state: TaskState; readonly words: string },
): Promise<void> {
  const from = row.state as TaskState
  if (!transitions[from].includes(state))
    throw malformed('state', 'not-from-here', { from, allowed: transitions[from] })
  const at = ground.clock.now()
  await replaceTask(change, { ...row, state, closed_at: isClosed(state) ? at : null, version: row.version + 1 })
  await addNote(change, { ...keyOf(row), state, words, written_by: writerOf(caller), written_at: at })
}

/** 経過を書く — stands as it is written. */
export async function noteTask(ground: Ground, caller: Caller, taskId: string, { words }: NoteTaskRequest) {
  const mayTouch = await whoMayTouch(ground, caller)
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, taskId, undefined, mayTouch)
    const written = { written_by: writerOf(caller), written_at: ground.clock.now() }
    await addNote(change, { ...keyOf(row), state: null, words, ...written })
    await note(ground, change, caller, 'task.noted', taskId, { words })
  })
}

/** The task, held until the change ends. Refuses one that is not there or not the caller's, and another version. */
export async function held(
  change: Change,
  taskId: string,
  version?: number,
  mayTouch: (row: TaskRow) => boolean = () => true,
): Promise<TaskRow> {
  const row = await holdTask(change, taskId)
  if (!row || !mayTouch(row)) throw notFound(taskId)
  if (version !== undefined && row.version !== version)
    throw new Refusal('conflict', { reason: 'changed', taskId, version: row.version })
  return row
}

/** Asked before the change: the change itself touches the database only. */
async function whoMayTouch({ directory }: Ground, caller: Caller): Promise<(row: TaskRow) => boolean> {
  demand(caller, 'task.do-own')
  if (may(caller, 'task.change')) return () => true
  const own = await directory.standsFor(caller)
  return ({ owner_id }) => owner_id !== null && own.includes(owner_id)
}

export function keyOf({ facility_id, task_id }: TaskRow) {
  return { facility_id, task_id }
}

/** What costs, who is paid and why: the director decides on these. Who does it and by when may change afterwards. */
function isDecidedOnAnew(before: TaskRow, after: TaskRow): boolean {
  const members = ['title', 'background', 'supplier_id', 'cost', 'alternatives', 'if_not_done'] as const
  return members.some((member) => before[member] !== after[member])
}

function columnsOf({ title, background, about, ownerId, supplierId, dueOn, cost, alternatives, ifNotDone }: Content) {
  const said = {
    title,
    background,
    owner_id: ownerId,
    supplier_id: supplierId,
    due_on: dueOn,
    cost,
    alternatives: alternatives && JSON.stringify(alternatives),
    if_not_done: ifNotDone,
    ...(about === undefined
      ? {}
      : { about_kind: about?.kind ?? null, about_id: about?.id ?? null, about_field: about?.field ?? null }),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<TaskRow>
}

/** What was set, and the names of what was taken away. */
function particularsOf({ version: _, ...request }: ChangeTaskRequest): Json {
  const members = Object.entries(request)
  const set = Object.fromEntries(members.filter(([, value]) => value !== null))
  return { ...set, cleared: members.filter(([, value]) => value === null).map(([member]) => member) } as Json
}

type Content = Omit<ChangeTaskRequest, 'version' | 'sources'>
