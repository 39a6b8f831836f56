import type { Facility } from '#registry/contract'
import { type Day, daysBetween } from '#shared'
import { daysLate, isClosed, type TaskView } from '#task/contract'
import type { Assessment, FactReference } from './contract.ts'
import { gapsNotTaken, type PlanRow } from './plan/plan-rows.ts'
import type { PresentedAssessment } from './presented-schema.ts'
import { holderOf, ownerOf } from './responsible.ts'
import type { Verdict } from './words/verdict.ts'

// As many things as a person between two patients can take in; the rest is counted.
export const TASKS_OF_TODAY = 5

/** 今日 — how it stands in one sentence, and what to do first. */
export interface Today {
  readonly verdict: Verdict
  readonly tasks: readonly TaskOfToday[]
  /** How many more things to do there are behind these. */
  readonly more: number
}

type PresentedGap = PresentedAssessment['gaps'][number]

/** What is to be done: a gap that nobody has taken up, or a task of the plan. */
export type TaskOfToday = GapOfToday | PlannedOfToday

interface GapOfToday {
  readonly kind: 'gap'
  readonly requirementId: string
  readonly state: 'not-met' | 'unknown'
  readonly title: string
  readonly sentence: string
  readonly because: string
  readonly about?: FactReference
  readonly owner?: string
  readonly weight: number
}

export interface PlannedOfToday {
  readonly kind: 'planned'
  readonly task: TaskView
  /** The first requirement it was opened for, where there is one. */
  readonly requirementId?: string
  readonly because?: string
  readonly owner?: string
  readonly ownerLeft: boolean
  readonly daysLate: number
  /** It waits for the very reader to decide. */
  readonly decides: boolean
  readonly weight: number
}

/** Whose page it is. */
export interface ReaderOfToday {
  readonly isMine: (row: PlanRow) => boolean
  readonly decides: boolean
}

/**
 * The plan's tasks that are the reader's, among the gaps nobody has taken up. What is late or due comes first, then what
 * waits for the reader's decision, then the heaviest; one gap per thing and step, so that one setting does not fill the page.
 */
export function todayOf(
  facility: Facility,
  presented: PresentedAssessment,
  rows: readonly PlanRow[] = [],
  { isMine, decides }: ReaderOfToday = { isMine: () => true, decides: false },
): Today {
  const tasks = rows.map(({ task }) => task)
  const titles = new Map(presented.requirements.map(({ id, title }) => [id, title]))
  const planned = rows
    .filter((row) => !isClosed(row.task.state))
    .filter((row) => isMine(row) || (decides && row.task.standing === 'waiting'))
    .map((row) => plannedOf(row, titles, decides))
  const gaps = distinct(gapsNotTaken(tasks, presented.gaps)).map((gap) => gapOfToday(gap, facility))
  const all = inOrder([...planned, ...gaps], presented.on)
  return {
    verdict: verdictOf(facility, presented),
    tasks: all.slice(0, TASKS_OF_TODAY),
    more: Math.max(0, all.length - TASKS_OF_TODAY),
  }
}

/** 自分の用件 — for those who see no assessment: what was given to them, the latest first. */
export function ownTasksOfToday(tasks: readonly TaskView[], on: Day): readonly PlannedOfToday[] {
  const open = tasks.filter(({ state }) => !isClosed(state))
  const own = open.map(
    (task): PlannedOfToday => ({
      ...{ kind: 'planned', task, ownerLeft: false, daysLate: daysLate(task, on), decides: false, weight: 0 },
    }),
  )
  return inOrder(own, on).filter((one) => one.kind === 'planned')
}

function plannedOf(row: PlanRow, titles: ReadonlyMap<string, string>, decides: boolean): PlannedOfToday {
  const { task, owner, ownerLeft, daysLate, weight } = row
  const [first] = row.requirements
  return {
    ...{ kind: 'planned', task, owner: owner?.name, ownerLeft, daysLate, weight },
    decides: decides && task.standing === 'waiting',
    ...(first ? { requirementId: first.id, because: titles.get(first.id) } : {}),
  }
}

function gapOfToday(gap: PresentedGap, facility: Facility): GapOfToday {
  const { requirementId, state, title, sentence, action, about, weight } = gap
  const owner = ownerOf(facility, about) ?? holderOf(facility, 'safety-manager')
  return { kind: 'gap', requirementId, state, title: action.sentence, sentence, because: title, about, owner, weight }
}

/** The order in which a day's work is done; what has no due day waits behind what has one and weighs the same. */
function inOrder(all: readonly TaskOfToday[], on: Day): readonly TaskOfToday[] {
  const dueOf = (one: TaskOfToday) => (one.kind === 'planned' ? one.task.dueOn : undefined)
  const daysTo = (one: TaskOfToday) => daysBetween(on, dueOf(one) ?? '9999-12-31')
  const rank = (one: TaskOfToday) => (daysTo(one) <= 0 ? 0 : one.kind === 'planned' && one.decides ? 1 : 2)
  return all.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (rank(a) === 0 ? daysTo(a) - daysTo(b) : 0) || b.weight - a.weight || daysTo(a) - daysTo(b),
  )
}

/** Never better than the judgement: what falls short comes before what is not known, and that before everything else. */
export function verdictOf(
  { practices = {} }: Facility,
  { counts, gaps }: Pick<Assessment, 'counts' | 'gaps'> | PresentedAssessment,
): Verdict {
  const falling = gaps.filter(({ state }) => state === 'not-met').length
  if (falling > 0) return { code: 'act', count: falling }
  const open = counts.C.unknown
  const isBlank = counts.C.met === 0 && Object.keys(practices).length === 0
  if (isBlank && open > 0) return { code: 'nothing-recorded' }
  return open > 0 ? { code: 'find-out', count: open } : { code: 'in-order' }
}

function distinct(gaps: readonly PresentedGap[]): readonly PresentedGap[] {
  const seen = new Set<string>()
  return gaps.filter(({ action }) => {
    const isNew = !seen.has(action.sentence)
    seen.add(action.sentence)
    return isNew
  })
}
