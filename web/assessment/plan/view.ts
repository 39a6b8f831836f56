import type { PlanRowView } from '#assessment/contract'
import { isClosed, type TaskState, taskStateNames } from '#task/contract'

/** What the plan shows; every choice stands in the address, so that a link leads to the same list. */
export interface PlanChoice {
  readonly shown: 'unclosed' | 'late' | 'all' | TaskState
  readonly owner?: string
  readonly supplier?: string
  readonly chapter?: string
}

export const shownNames = ['unclosed', 'late', ...taskStateNames, 'all'] as const

/** Stands for 「担当なし」 where an owner is chosen. */
export const NO_OWNER = '-'

export function choiceOf(search: Readonly<Record<string, string | undefined>>): PlanChoice {
  const shown = shownNames.find((name) => name === search.shown) ?? 'unclosed'
  const { owner, supplier, chapter } = search
  return { shown, owner, supplier, chapter }
}

export function planAddress(choice: PlanChoice): string {
  const named = Object.entries({ ...choice, shown: choice.shown === 'unclosed' ? undefined : choice.shown })
  const given = named.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
  return given.length > 0 ? `/assessment/plan?${new URLSearchParams(given)}` : '/assessment/plan'
}

export function matching(rows: readonly PlanRowView[], choice: PlanChoice): readonly PlanRowView[] {
  const { owner, supplier, chapter } = choice
  return rows.filter(
    (row) =>
      isShown(row, choice.shown) &&
      (owner === undefined || (row.owner?.id ?? NO_OWNER) === owner) &&
      (supplier === undefined || row.supplier?.id === supplier) &&
      (chapter === undefined || chaptersOf(row).includes(chapter)),
  )
}

/** What waits for somebody first: the latest, then the heaviest, then what is due soonest; what is closed comes last. */
export function inOrder(rows: readonly PlanRowView[]): readonly PlanRowView[] {
  const due = ({ task }: PlanRowView) => task.dueOn ?? '9999-12-31'
  return rows.toSorted(
    (a, b) =>
      Number(isClosed(a.task.state)) - Number(isClosed(b.task.state)) ||
      b.daysLate - a.daysLate ||
      b.weight - a.weight ||
      due(a).localeCompare(due(b)),
  )
}

function isShown({ task, daysLate }: PlanRowView, shown: PlanChoice['shown']): boolean {
  if (shown === 'all') return true
  if (shown === 'late') return daysLate > 0
  return shown === 'unclosed' ? !isClosed(task.state) : task.state === shown
}

export function chaptersOf({ requirements }: PlanRowView): readonly string[] {
  return [...new Set(requirements.map(({ section }) => section))]
}

/** The persons and suppliers that a list speaks of, each once, by name. */
export function namedIn(
  rows: readonly PlanRowView[],
  member: 'owner' | 'supplier',
): readonly { readonly id: string; readonly name: string }[] {
  const all = rows.flatMap((row) => row[member] ?? [])
  return [...new Map(all.map((one) => [one.id, one])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'ja'))
}
