import type { Caller } from '#access'
import type { Change, Reader } from '#storage'
import { changeTask, moveTask, noteTask } from './change-task.ts'
import { closeFor, type Ending } from './close-for.ts'
import { decideTask } from './decide-task.ts'
import type { Ground } from './ground.ts'
import { open, openTask } from './open-task.ts'
import { bySource, listOwnTasks, listTasks, readTask } from './read-tasks.ts'
import type * as wire from './wire.ts'

/** The use cases of this room on the given ground. */
export function openTasks(ground: Ground) {
  return {
    listTasks: (caller: Caller) => listTasks(ground, caller),
    listOwnTasks: (caller: Caller) => listOwnTasks(ground, caller),
    readTask: (caller: Caller, taskId: string) => readTask(ground, caller, taskId),
    openTask: (caller: Caller, request: wire.OpenTaskRequest) => openTask(ground, caller, request),
    changeTask: (caller: Caller, taskId: string, request: wire.ChangeTaskRequest) =>
      changeTask(ground, caller, taskId, request),
    moveTask: (caller: Caller, taskId: string, request: wire.MoveTaskRequest) =>
      moveTask(ground, caller, taskId, request),
    noteTask: (caller: Caller, taskId: string, request: wire.NoteTaskRequest) =>
      noteTask(ground, caller, taskId, request),
    decideTask: (caller: Caller, taskId: string, request: wire.DecideTaskRequest) =>
      decideTask(ground, caller, taskId, request),

    /** For other rooms, inside a change of their own. */
    open: (change: Change, caller: Caller, request: wire.OpenTaskRequest) => open(ground, change, caller, request),
    /** The same for the end of what that room opened; `closeFor` asks for no right. */
    closeFor: (change: Change, caller: Caller, source: wire.TaskSource, ending: Ending) =>
      closeFor(ground, change, caller, source, ending),
    /** The tasks of a source that are not closed, by id. */
    bySource: (db: Reader, source: wire.TaskSource) => bySource(db, source),
  }
}

/** 用件 — what is to be done, by whom and by when; one list for all rooms. */
export type Tasks = ReturnType<typeof openTasks>
