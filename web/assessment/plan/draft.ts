import type { Day } from '#shared'
import type { TaskView } from '#task/contract'
import { parseYen } from './yen.ts'

/** 下書き — the form of a task as it is typed. */
export interface Draft {
  readonly title: string
  readonly ownerId: string
  readonly supplierId: string
  readonly dueOn: Day | undefined
  readonly cost: string
  readonly background: string
  readonly ifNotDone: string
  readonly alternatives: readonly { readonly name: string; readonly cost: string }[]
}

const ALTERNATIVES = 3
const empty = { name: '', cost: '' }

export function draftOf(task: TaskView, yenText: (yen: number) => string): Draft {
  const { title, ownerId = '', supplierId = '', dueOn, cost, background, ifNotDone } = task
  const said = (yen: number | undefined) => (yen === undefined ? '' : yenText(yen))
  const given = task.alternatives.map((one) => ({ name: one.name, cost: said(one.cost) }))
  const alternatives = [...given, empty, empty, empty].slice(0, ALTERNATIVES)
  return { title, ownerId, supplierId, dueOn, cost: said(cost), background, ifNotDone, alternatives }
}

/** Whether something stands in it that could not be sent: no title, a sum that is none. */
export function isUnclear({ title, cost, alternatives }: Draft): boolean {
  const sums = [cost, ...alternatives.map((one) => one.cost)].filter((text) => text.trim() !== '')
  const isNameless = alternatives.some((one) => one.name.trim() === '' && one.cost.trim() !== '')
  return title.trim() === '' || isNameless || sums.some((text) => parseYen(text) === undefined)
}

/** What is sent: an empty box takes the value away. */
export function bodyOf(draft: Draft): Readonly<Record<string, unknown>> {
  return {
    title: draft.title.trim(),
    ownerId: draft.ownerId || null,
    supplierId: draft.supplierId || null,
    dueOn: draft.dueOn ?? null,
    cost: parseYen(draft.cost) ?? null,
    background: draft.background.trim(),
    ifNotDone: draft.ifNotDone.trim(),
    alternatives: draft.alternatives
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, cost }) => ({ name: name.trim(), ...(cost.trim() === '' ? {} : { cost: parseYen(cost) }) })),
  }
}
