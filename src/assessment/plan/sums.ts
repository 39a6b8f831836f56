import { isClosed, type TaskState, taskStateNames } from '#task/contract'
import type { PlanRow } from './plan-rows.ts'

/** 費用の合計 — the tasks of one state: how many, what they cost as far as it is known, and of how many nobody said. */
export interface Sum {
  readonly state: TaskState
  readonly tasks: number
  /** What the director approved. */
  readonly decided: number
  /** What is only estimated. */
  readonly estimated: number
  readonly unsaid: number
}

export function sumsOf(rows: readonly PlanRow[]): readonly Sum[] {
  return taskStateNames.map((state) => {
    const tasks = rows.map(({ task }) => task).filter((task) => task.state === state)
    const sum = (isDecided: boolean) =>
      tasks
        .filter(({ standing }) => (standing === 'approved') === isDecided)
        .reduce((total, { cost = 0 }) => total + cost, 0)
    const unsaid = isClosed(state) ? 0 : tasks.filter(({ cost }) => cost === undefined).length
    return { state, tasks: tasks.length, decided: sum(true), estimated: sum(false), unsaid }
  })
}
