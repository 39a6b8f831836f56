import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import { holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { ScanAct } from './act.ts'
import type { ScanGround } from './ground.ts'
import { endObjection, endPlanRow, insertObjection, insertPlan, objectionRows, planRow, planRows } from './store.ts'
import type { EndPlanRequest, ObjectionRequest, PlanRequest } from './wire.ts'

/** 過去の紙の電子化を計画する (9.3 C.1, C.2) — what the plan says of its seven topics; the notice hangs before it starts. */
export async function recordPlan(ground: ScanGround, caller: Caller, request: PlanRequest): Promise<string> {
  demand(caller, 'scan.manage')
  const { title, topics, noticedOn, startsOn, entrustedTo } = request
  if (noticedOn >= startsOn) throw malformed('scan-notice-late', 'noticedOn')
  const planId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const number = ((await planRows(change.db)).at(-1)?.number ?? 0) + 1
    await insertPlan(change, {
      ...{ facility_id: caller.facilityId, plan_id: planId, number, title, topics: JSON.stringify(topics) },
      ...{ noticed_on: noticedOn, starts_on: startsOn, entrusted_to: entrustedTo ?? null },
      ...{ written_by: writerOf(caller), written_at: ground.clock.now() },
      ...{ audited_on: null, audit: null, ended_by: null, ended_at: null },
    })
    const told = entrustedTo === undefined ? {} : { entrustedTo }
    const detail = { title, topics: { ...topics }, noticedOn, startsOn, ...told }
    await ground.journal.append(change, noted(caller, 'scan.planned', 'past-paper-plan', planId, detail))
  })
  return planId
}

/** 監査して終える (9.3 C.3) — no plan ends without somebody from outside having looked. */
export async function endPlan(
  ground: ScanGround,
  caller: Caller,
  planId: string,
  { auditedOn, audit }: EndPlanRequest,
): Promise<void> {
  demand(caller, 'scan.manage')
  const at = ground.clock.now()
  if (auditedOn > dayOf(at)) throw malformed('scan-audit-in-future', 'auditedOn')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const plan = await planRow(change.db, planId)
    if (!plan) throw new Refusal('not-found', { what: 'past-paper-plan', planId })
    if (plan.ended_at !== null) throw new Refusal('conflict', { reason: 'scan-plan-ended' })
    if (auditedOn < plan.starts_on) throw malformed('scan-audit-before', 'auditedOn')
    const ended = { audited_on: auditedOn, audit, ended_by: writerOf(caller), ended_at: at }
    await endPlanRow(change, planId, ended)
    await ground.journal.append(
      change,
      noted(caller, 'scan.plan-ended', 'past-paper-plan', planId, { auditedOn, audit }),
    )
  })
}

/** 異議を記録する (9.3 C.1) — from now on nothing old of this patient is scanned; whoever is told of it writes it down. */
export async function recordObjection(ground: ScanGround, caller: Caller, request: ObjectionRequest): Promise<string> {
  demand(caller, 'document.enter')
  const { toldOn, note } = request
  const at = ground.clock.now()
  if (toldOn > dayOf(at)) throw malformed('scan-told-in-future', 'toldOn')
  const objectionId = ground.newId()
  const patient = patientKey(request.patient)
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    await insertObjection(change, {
      ...{ facility_id: caller.facilityId, objection_id: objectionId, patient, told_on: toldOn, note },
      ...{ written_by: writerOf(caller), written_at: at, withdrawn_by: null, withdrawn_at: null },
    })
    const detail = { patient, toldOn, note }
    await ground.journal.append(change, noted(caller, 'scan.objected', 'scan-objection', objectionId, detail))
  })
  return objectionId
}

/** 異議の取り下げ — by whoever answers for the scanning, never by whoever wants to go on. */
export async function withdrawObjection(ground: ScanGround, caller: Caller, objectionId: string): Promise<void> {
  demand(caller, 'scan.manage')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const row = (await objectionRows(change.db)).find(({ objection_id }) => objection_id === objectionId)
    if (!row) throw new Refusal('not-found', { what: 'scan-objection', objectionId })
    if (row.withdrawn_at !== null) throw new Refusal('conflict', { reason: 'scan-objection-over' })
    await endObjection(change, objectionId, { withdrawn_by: writerOf(caller), withdrawn_at: ground.clock.now() })
    const subject = { kind: 'scan-objection', id: objectionId }
    const act: ScanAct = 'scan.objection-withdrawn'
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail: { patient: row.patient } })
  })
}

/** One patient is one number, in whatever width and case somebody typed it. */
export const patientKey = (patient: string): string => patient.normalize('NFKC').trim().toUpperCase()

const noted = (
  { actor }: Caller,
  act: ScanAct,
  kind: string,
  id: string,
  detail: Parameters<ScanGround['journal']['append']>[1]['detail'],
) => ({ act, actor, subject: { kind, id }, detail })
