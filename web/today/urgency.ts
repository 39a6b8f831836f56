import { type Day, daysBetween } from '#shared'

/** Due today or overdue: what the director's sentence counts. */
export function isForToday(task: { readonly dueOn?: Day }, today: Day): boolean {
  return task.dueOn !== undefined && task.dueOn <= today
}

/** How far the day is: the words are chosen by it. */
export type Distance =
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'left'; readonly days: number }

export function distanceTo(dueOn: Day, today: Day): Distance {
  const days = daysBetween(today, dueOn)
  if (days === 0) return { kind: 'today' }
  return days < 0 ? { kind: 'late', days: -days } : { kind: 'left', days }
}
