import { type Caller, demand, may } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Tasks } from '#task'
import type { Language } from '../contract.ts'
import { editionOf, scopeOf } from '../ground.ts'
import { judgeFacility } from '../load-assessment.ts'
import type { PlanGround } from '../plan/load-plan.ts'
import { planRowsOf } from '../plan/plan-rows.ts'
import { chargeOf, hasSomething, staffOf } from './charge.ts'
import { makeChargePaper } from './charge-paper.ts'
import type { ChargesRequest, ChargesView } from './wire.ts'

export interface ChargeGround extends PlanGround {
  readonly tasks: PlanGround['tasks'] & Pick<Tasks, 'listOwnTasks'>
  readonly directory: { readonly standsFor: (caller: Caller) => Promise<readonly string[]> }
}

/**
 * 担当票 — the reader's own, or with the right to it anybody's. Whoever may not read the assessment sees the tasks that
 * were given to them, and not how the facility stands.
 */
export async function readCharges(
  ground: ChargeGround,
  caller: Caller,
  request: ChargesRequest,
  language: Language,
): Promise<ChargesView> {
  demand(caller, 'charge.read-own')
  const own = await ground.directory.standsFor(caller)
  const isOwn = request.personId === undefined ? request.whose !== 'all' : own.includes(request.personId)
  if (!isOwn) demand(caller, 'charge.read-any')
  const { facility, assessment } = await judgeFacility(ground, scopeOf(caller), dayOf(ground.clock.now()))
  const assessed = may(caller, 'assessment.read')
  const { listTasks, listOwnTasks } = ground.tasks
  const tasks = await (may(caller, 'task.read') ? listTasks(caller) : listOwnTasks(caller))
  const rows = planRowsOf(tasks, { facility, assessment })
  const wanted = staffOf(facility).filter(({ id }) =>
    request.personId === undefined ? request.whose === 'all' || own.includes(id) : id === request.personId,
  )
  if (request.personId !== undefined && wanted.length === 0) throw new Refusal('not-found', { what: 'person' })
  const around = { facility, assessment, edition: editionOf(ground), language, assessed, rows }
  const charges = wanted.map((person) => chargeOf(person, around))
  return {
    ...{ on: assessment.on, facility: facility.profile.name, sample: assessment.sample, language, assessed },
    charges: request.whose === 'all' ? charges.filter(hasSomething) : charges,
    may: { all: may(caller, 'charge.read-any') },
  }
}

/** The same on A4: each person begins a page. */
export async function makeCharges(
  ground: ChargeGround,
  caller: Caller,
  request: ChargesRequest,
  language: Language,
): Promise<{ readonly view: ChargesView; readonly paper: Uint8Array }> {
  const view = await readCharges(ground, caller, request, language)
  return { view, paper: await makeChargePaper(view) }
}
