import { type Caller, demand, may } from '#access'
import type { Reader } from '#storage'
import { type Ground, notFound, scopeOf } from './ground.ts'
import { noteViewOf, viewsOf } from './kept.ts'
import { isClosed, transitions } from './states.ts'
import { openTasksFor, readNotes, readTasks } from './store.ts'
import type { TaskDetail, TaskSource, TaskView } from './wire.ts'

/** Every task of the facility, oldest first. */
export async function listTasks(ground: Ground, caller: Caller): Promise<readonly TaskView[]> {
  demand(caller, 'task.read')
  return viewsOf(await ground.storage.read(scopeOf(caller), (db) => readTasks(db)))
}

/** 自分の用件 — those of the persons for whom the caller stands; what anybody may see who was given a task. */
export async function listOwnTasks(ground: Ground, caller: Caller): Promise<readonly TaskView[]> {
  demand(caller, 'task.do-own')
  const own = await ground.directory.standsFor(caller)
  const tasks = viewsOf(await ground.storage.read(scopeOf(caller), (db) => readTasks(db)))
  return tasks.filter(({ ownerId }) => ownerId !== undefined && own.includes(ownerId))
}

/** One task with its notes and what the reader may do. Somebody else's is not found for those who may only do their own. */
export async function readTask(ground: Ground, caller: Caller, taskId: string): Promise<TaskDetail> {
  demand(caller, 'task.do-own')
  const { kept, notes } = await ground.storage.read(scopeOf(caller), async (db) => ({
    kept: await readTasks(db, taskId),
    notes: await readNotes(db, taskId),
  }))
  const [task] = viewsOf(kept)
  const isOwn = task?.ownerId !== undefined && (await ground.directory.standsFor(caller)).includes(task.ownerId)
  if (!task || !(isOwn || may(caller, 'task.read'))) throw notFound(taskId)
  const moves = isOwn || may(caller, 'task.change') ? transitions[task.state] : []
  const isUndecided = !isClosed(task.state) && (task.standing === 'waiting' || task.standing === 'sent-back')
  return {
    ...task,
    notes: notes.map((row) => noteViewOf(row, kept.nameOf)),
    may: {
      change: may(caller, 'task.change'),
      move: [...moves],
      decide: isUndecided && may(caller, 'task.decide'),
      enterDecision: isUndecided && may(caller, 'task.enter-decision'),
    },
  }
}

/** What is being done about a source, for the room that knows it: the ids of tasks that are not closed. */
export async function bySource(db: Reader, source: TaskSource): Promise<readonly string[]> {
  return (await openTasksFor(db, source)).map(({ task_id }) => task_id)
}
