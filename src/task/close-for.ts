import type { Caller } from '#access'
import type { Change } from '#storage'
import { moveTo } from './change-task.ts'
import { type Ground, note } from './ground.ts'
import { isClosed, type TaskState } from './states.ts'
import { holdTask, openTasksFor } from './store.ts'
import type { TaskSource } from './wire.ts'

/** How a task ends without anybody having said so: what it waited for has come, or is waited for no more. */
export interface Ending {
  readonly state: 'done' | 'dropped'
  readonly words: string
}

/**
 * 用件を閉じる — for the room that opened it and knows that it is over, inside a change of that room, which answers for who
 * may make it: whoever brings what was waited for need not be allowed to touch tasks.
 */
export async function closeFor(
  ground: Ground,
  change: Change,
  caller: Caller,
  source: TaskSource,
  { state, words }: Ending,
): Promise<void> {
  for (const { task_id } of await openTasksFor(change.db, source)) {
    const row = await holdTask(change, task_id)
    if (!row || isClosed(row.state as TaskState)) continue
    await moveTo(ground, change, caller, row, { state, words })
    await note(ground, change, caller, 'task.moved', task_id, { from: row.state, to: state, words })
  }
}
