import type { Facility } from '#registry/contract'
import { daysLate, isClosed, type TaskView } from '#task/contract'
import type { Assessment, Gap, State } from '../contract.ts'
import { requirementsOf } from './source.ts'

/** 改善計画の1行 — a task beside the assessment and the registry as they are now. */
export interface PlanRow {
  readonly task: TaskView
  /** The requirements it was opened for, as they stand now; a state is absent where the edition has none such. */
  readonly requirements: readonly { readonly id: string; readonly state?: State }[]
  /** The person who does it. One who left does nothing any more: then the task is without an owner, and says so. */
  readonly owner?: { readonly id: string; readonly name: string }
  readonly ownerLeft: boolean
  readonly supplier?: { readonly id: string; readonly name: string }
  readonly daysLate: number
  /** The weight of the heaviest gap that it answers and that is still there. */
  readonly weight: number
  /** It was said to be done, and the assessment says otherwise. */
  readonly stillShort?: 'not-met' | 'unknown'
}

interface Around {
  readonly facility: Facility
  readonly assessment: Assessment
}

export function planRowsOf(tasks: readonly TaskView[], around: Around): readonly PlanRow[] {
  const states = new Map(around.assessment.requirements.map(({ id, state }) => [id, state]))
  return tasks.map((task) => planRowOf(task, states, around))
}

function planRowOf(task: TaskView, states: ReadonlyMap<string, State>, { facility, assessment }: Around): PlanRow {
  const requirements = requirementsOf(task.sources).map((id) => ({ id, state: states.get(id) }))
  const person = facility.persons?.find(({ id }) => id === task.ownerId)
  const supplier = facility.suppliers?.find(({ id }) => id === task.supplierId)
  const isHere = person !== undefined && person.state !== 'left'
  const stillShort = task.state === 'done' ? worstOf(requirements) : undefined
  return {
    task,
    requirements,
    ...(isHere ? { owner: { id: person.id, name: person.name } } : {}),
    ownerLeft: task.ownerId !== undefined && !isHere,
    ...(supplier ? { supplier: { id: supplier.id, name: supplier.name } } : {}),
    daysLate: daysLate(task, assessment.on),
    weight: weightOf(task, assessment.gaps, states),
    ...(stillShort ? { stillShort } : {}),
  }
}

function worstOf(requirements: PlanRow['requirements']): PlanRow['stillShort'] {
  const states = requirements.map(({ state }) => state)
  return states.includes('not-met') ? 'not-met' : states.includes('unknown') ? 'unknown' : undefined
}

/** What another room asks for, or somebody wrote by hand, weighs as much as a minimum item of which nothing is known. */
const OTHER_WEIGHT = 500

function weightOf({ sources }: TaskView, gaps: readonly Gap[], states: ReadonlyMap<string, State>): number {
  const ids = requirementsOf(sources).filter((id) => states.has(id))
  if (ids.length === 0) return OTHER_WEIGHT
  return Math.max(0, ...gaps.filter(({ requirementId }) => ids.includes(requirementId)).map(({ weight }) => weight))
}

/** The gaps that nobody has taken up: no task that is still open was opened for them. */
export function gapsNotTaken<Known extends Pick<Gap, 'requirementId'>>(
  tasks: readonly TaskView[],
  gaps: readonly Known[],
): readonly Known[] {
  const taken = new Set(tasks.filter(({ state }) => !isClosed(state)).flatMap(({ sources }) => requirementsOf(sources)))
  return gaps.filter(({ requirementId }) => !taken.has(requirementId))
}
