import { type Caller, demand, may } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Tasks } from '#task'
import type { Gap, Language } from '../contract.ts'
import { editionOf, type Ground, malformed, scopeOf } from '../ground.ts'
import { judgeFacility } from '../load-assessment.ts'
import { present } from '../present.ts'
import { makeDecisionSheet } from './decision-sheet.ts'
import { gapsNotTaken, planRowsOf } from './plan-rows.ts'
import { presentPlanRow } from './present-plan.ts'
import { proposeTask } from './propose-task.ts'
import { sumsOf } from './sums.ts'
import type { OpenFromGapsRequest, PlanView, TaskPageView } from './wire.ts'

/** What the plan stands on: the assessment's ground, and the list of tasks. */
export interface PlanGround extends Ground {
  readonly tasks: Pick<Tasks, 'listTasks' | 'readTask' | 'openTask'>
}

/** 改善計画 — every task beside the assessment as it stands now, and the gaps that nobody has taken up. */
export async function readPlan(ground: PlanGround, caller: Caller, language: Language): Promise<PlanView> {
  demand(caller, 'assessment.read')
  return planBeside(ground, caller, language, await judgeFacility(ground, scopeOf(caller), dayOf(ground.clock.now())))
}

/** The plan beside a judgement that was made already. */
export async function planBeside(
  ground: PlanGround,
  caller: Caller,
  language: Language,
  { facility, assessment }: Pick<Awaited<ReturnType<typeof judgeFacility>>, 'facility' | 'assessment'>,
): Promise<PlanView> {
  const tasks = await ground.tasks.listTasks(caller)
  const edition = editionOf(ground)
  const rows = planRowsOf(tasks, { facility, assessment })
  const free = new Set(gapsNotTaken(tasks, assessment.gaps).map(({ requirementId }) => requirementId))
  return {
    on: assessment.on,
    facility: facility.profile.name,
    sample: assessment.sample,
    rows: rows.map((row) => presentPlanRow(row, edition, language)),
    sums: [...sumsOf(rows)],
    gaps: present(assessment, edition, language).gaps.filter(({ requirementId }) => free.has(requirementId)),
    may: { change: may(caller, 'task.change') },
  }
}

/** 用件にする — opens one task for these gaps, filled in as `proposeTask` does. Refuses what is no gap. */
export async function openFromGaps(
  ground: PlanGround,
  caller: Caller,
  { requirementIds, anyway }: OpenFromGapsRequest,
  language: Language,
): Promise<string> {
  demand(caller, 'task.change')
  const today = dayOf(ground.clock.now())
  const { facility, assessment } = await judgeFacility(ground, scopeOf(caller), today)
  const gaps = requirementIds.map((id) => assessment.gaps.find(({ requirementId }) => requirementId === id))
  if (gaps.includes(undefined)) throw malformed('requirementIds', 'no-gap')
  const questions = new Map(editionOf(ground).facts.map(({ key, question }) => [key, question[language]]))
  const questionOf = (fact: string) => questions.get(fact) ?? fact
  const proposed = proposeTask(gaps as [Gap, ...Gap[]], { facility, today, language, questionOf })
  return ground.tasks.openTask(caller, { ...proposed, anyway })
}

/**
 * One task as its page shows it. Whoever only does what was given to them learns the names of the requirements, which
 * are public, and not how the facility stands.
 */
export async function readTaskPage(
  ground: PlanGround,
  caller: Caller,
  taskId: string,
  language: Language,
): Promise<TaskPageView> {
  const task = await ground.tasks.readTask(caller, taskId)
  const { facility, assessment } = await judgeFacility(ground, scopeOf(caller), dayOf(ground.clock.now()))
  const [row] = planRowsOf([task], { facility, assessment })
  if (!row) throw new Refusal('not-found', { what: 'task', taskId })
  const { persons = [], suppliers = [] } = facility
  const here = persons.filter(({ state }) => state !== 'left')
  const nameOnly = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })
  const mayChange = task.may.change
  const shown = presentPlanRow(row, editionOf(ground), language)
  return {
    ...(may(caller, 'assessment.read') ? shown : withoutStates(shown)),
    task,
    decidedBy: task.decision?.by ?? persons.find(({ id }) => id === task.decision?.personId)?.name,
    choices: {
      persons: mayChange ? here.map(nameOnly) : [],
      suppliers: mayChange ? suppliers.map(nameOnly) : [],
      directors: task.may.enterDecision ? here.filter(({ posts }) => posts?.includes('director')).map(nameOnly) : [],
    },
  }
}

/** 決裁書 — the paper of one task, for those who may see the plan. */
export async function makeTaskSheet(
  ground: PlanGround,
  caller: Caller,
  taskId: string,
  language: Language,
): Promise<Uint8Array> {
  demand(caller, 'task.read')
  demand(caller, 'report.read')
  const task = await ground.tasks.readTask(caller, taskId)
  const { facility, assessment } = await judgeFacility(ground, scopeOf(caller), dayOf(ground.clock.now()))
  const [row] = planRowsOf([task], { facility, assessment })
  if (!row) throw new Refusal('not-found', { what: 'task', taskId })
  const signer = facility.persons?.find(({ id }) => id === task.decision?.personId)?.name
  const decidedBy = task.decision?.by ?? signer
  return makeDecisionSheet({ row, facility, assessment, edition: editionOf(ground), language, decidedBy })
}

type Shown = ReturnType<typeof presentPlanRow>

function withoutStates({ stillShort: _, ...row }: Shown): Shown {
  return { ...row, weight: 0, requirements: row.requirements.map(({ state: _state, ...one }) => one) }
}
