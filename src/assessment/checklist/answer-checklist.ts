import type { Checklist } from '@omamori/guideline'
import { type Caller, demand } from '#access'
import { type Day, dayOf, Refusal } from '#shared'
import type { Change, ChecklistAnswerRow } from '#storage'
import { type Ground, malformed, note, scopeOf, writerOf } from '../ground.ts'
import type { Act } from '../words/act.ts'
import type { FilledChecklist, FilledRow } from './contract.ts'
import { checklistOf, loadChecklistOf } from './load-checklist.ts'
import { type AnswerKey, deleteAnswer, findAnswer, insertAnswer, replaceAnswer } from './store.ts'
import type { AnswerChecklistRequest, ChecklistAnswerView, WithdrawChecklistAnswerRequest } from './wire.ts'

type Place = Omit<WithdrawChecklistAnswerRequest, 'version'>

/**
 * Keeps a person's answer to one row. Refused is a yes that the assessment contradicts, a day to come, and a no without
 * a target day. Where the assessment does not know, the person's word stands.
 */
export async function answerChecklist(
  ground: Ground,
  caller: Caller,
  checklistId: string,
  request: AnswerChecklistRequest,
): Promise<ChecklistAnswerView> {
  demand(caller, 'checklist.answer')
  const checklist = checklistOf(ground, checklistId)
  const at = ground.clock.now()
  checkDays(request, dayOf(at))
  const row = rowAt(await loadChecklistOf(ground, caller, checklist), request, checklist)
  const { answer, requirements } = row.proposal
  if (request.answer === 'yes' && answer === 'no')
    throw malformed('answer', 'contradicts-assessment', { requirements: requirements.map(({ id }) => id) })
  const kept: ChecklistAnswerRow = {
    facility_id: caller.facilityId,
    ...keyOf(checklistId, request),
    answer: request.answer,
    checked_on: request.checkedOn,
    target_on: request.targetOn ?? null,
    answered_by: writerOf(caller),
    created_at: at,
    version: request.version + 1,
  }
  return ground.storage.write(scopeOf(caller), async (change) => {
    const before = await findAnswer(change.db, kept)
    if ((before?.version ?? 0) !== request.version) throw conflict(before)
    if (!before) await insertAnswer(change, kept)
    else if (!(await replaceAnswer(change, kept))) throw conflict(before)
    await noteAnswer(ground, change, caller, 'checklist.answered', { ...request, checklist: checklistId })
    return viewOf(kept, (await nameOf(change, caller)) ?? kept.answered_by)
  })
}

/** Takes an answer back: the row is blank again, the journal remembers. */
export async function withdrawChecklistAnswer(
  ground: Ground,
  caller: Caller,
  checklistId: string,
  request: WithdrawChecklistAnswerRequest,
): Promise<void> {
  demand(caller, 'checklist.answer')
  const key = keyOf(checklistOf(ground, checklistId).id, request)
  await ground.storage.write(scopeOf(caller), async (change) => {
    const before = await findAnswer(change.db, key)
    if (!before) throw new Refusal('not-found', { what: 'checklist-answer', itemId: request.itemId })
    if (!(await deleteAnswer(change, key, request.version))) throw conflict(before)
    await noteAnswer(ground, change, caller, 'checklist.answer-withdrawn', { ...request, checklist: checklistId })
  })
}

function checkDays({ answer, checkedOn, targetOn }: AnswerChecklistRequest, today: Day): void {
  if (checkedOn > today) throw malformed('checkedOn', 'day-in-future', { latest: today })
  if (answer === 'yes' && targetOn !== undefined) throw malformed('targetOn', 'not-with-yes')
  if (answer === 'no' && targetOn === undefined) throw malformed('targetOn', 'missing')
  if (targetOn !== undefined && targetOn < checkedOn) throw malformed('targetOn', 'day-over', { earliest: checkedOn })
}

/** The row of the form that is spoken of; refuses a sheet, a supplier or a row that this facility's form does not have. */
function rowAt(filled: FilledChecklist, place: Place, { rounds }: Checklist): FilledRow {
  if (place.round > rounds.count) throw malformed('round', 'too-late', { rounds: rounds.count })
  const sheet = filled.sheets.find((one) => one.sheet === place.sheet && one.supplierId === place.supplierId)
  const row = sheet?.rows.find(({ itemId }) => itemId === place.itemId)
  if (!row || row.proposal.reason === 'no-longer-asked')
    throw new Refusal('not-found', { what: 'checklist-row', sheet: place.sheet, itemId: place.itemId })
  return row
}

function keyOf(checklist: string, { sheet, supplierId = '', itemId, round }: Place): AnswerKey {
  return { checklist, sheet, supplier_id: supplierId, item_id: itemId, round }
}

function conflict(current: ChecklistAnswerRow | undefined): Refusal {
  return new Refusal('conflict', { reason: 'changed', current: current && viewOf(current, current.answered_by) })
}

function viewOf(row: ChecklistAnswerRow, by: string): ChecklistAnswerView {
  const { round, checked_on, target_on, version } = row
  const answer = row.answer === 'yes' ? 'yes' : 'no'
  return { round, answer, checkedOn: checked_on, ...(target_on === null ? {} : { targetOn: target_on }), by, version }
}

async function nameOf({ db }: Change, { actor }: Caller): Promise<string | undefined> {
  const query = db
    .selectFrom('account')
    .select('display_name')
    .where('account_id', '=', actor.id ?? '')
  return (await query.executeTakeFirst())?.display_name
}

/** The row is named by the form and its item; whose sheet it was stands in the sealed detail. */
function noteAnswer(
  ground: Ground,
  change: Change,
  caller: Caller,
  act: Act,
  { checklist, ...detail }: Place & { readonly checklist: string; readonly version: number },
): Promise<void> {
  const subject = { kind: 'checklist-row', id: `${checklist}/${detail.itemId}` }
  return note(ground, change, caller, act, subject, { detail: { checklist, ...detail } })
}
