/** 用件の状態 — how far a task is. There are four. */
export const taskStates = {
  open: { ja: '未着手', en: 'not begun' },
  doing: { ja: '対応中', en: 'under way' },
  done: { ja: '完了', en: 'done' },
  dropped: { ja: '取りやめ', en: 'dropped' },
} as const

export type TaskState = keyof typeof taskStates

export const taskStateNames = Object.keys(taskStates) as readonly TaskState[]

/** 状態の移り方 — to which states a task may go. What was closed is reopened to where it was, so that a slip can be undone. */
export const transitions: Readonly<Record<TaskState, readonly TaskState[]>> = {
  open: ['doing', 'done', 'dropped'],
  doing: ['done', 'open', 'dropped'],
  done: ['doing', 'open'],
  dropped: ['open', 'doing'],
}

/** Done or dropped: nothing more is expected of anybody. */
export function isClosed(state: TaskState): boolean {
  return state === 'done' || state === 'dropped'
}
