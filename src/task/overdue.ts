import { type Day, daysBetween } from '#shared'
import { isClosed, type TaskState } from './states.ts'

/**
 * 遅れ — by how many days a task is late; 0 when it is not. The rule: it is late from the day after its due day, without
 * days of grace, as long as it is neither done nor dropped. A task without a due day is never late.
 */
export function daysLate({ state, dueOn }: { readonly state: TaskState; readonly dueOn?: Day }, today: Day): number {
  if (isClosed(state) || dueOn === undefined) return 0
  return Math.max(0, daysBetween(dueOn, today))
}
