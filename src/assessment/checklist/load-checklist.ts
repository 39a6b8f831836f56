import type { Checklist } from '@omamori/guideline'
import { type Caller, demand } from '#access'
import { type Day, dayOf, Refusal } from '#shared'
import { type Ground, scopeOf } from '../ground.ts'
import { judgeFacility } from '../load-assessment.ts'
import type { FilledChecklist } from './contract.ts'
import { proposeChecklist } from './propose.ts'
import { readConfirmations } from './store.ts'

/** The form as it stands now, or stood on the day: proposals from the assessment, answers from people. */
export async function readChecklist(
  ground: Ground,
  caller: Caller,
  checklistId: string,
  on?: Day,
): Promise<FilledChecklist> {
  demand(caller, 'checklist.read')
  return loadChecklistOf(ground, caller, checklistOf(ground, checklistId), on)
}

export async function loadChecklistOf(
  ground: Ground,
  caller: Caller,
  checklist: Checklist,
  on: Day = dayOf(ground.clock.now()),
): Promise<FilledChecklist> {
  demand(caller, 'assessment.read')
  return checklistBeside(ground, caller, checklist, await judgeFacility(ground, scopeOf(caller), on))
}

/** The form beside a judgement that was made already. */
export async function checklistBeside(
  ground: Ground,
  caller: Caller,
  checklist: Checklist,
  { facility, assessment }: Pick<Awaited<ReturnType<typeof judgeFacility>>, 'facility' | 'assessment'>,
): Promise<FilledChecklist> {
  const { on } = assessment
  const before = ground.library.checklistBefore(checklist)
  const answersTo = (id: string) => ground.storage.read(scopeOf(caller), (db) => readConfirmations(db, id))
  const confirmations = await answersTo(checklist.id)
  const lastYear = before && { checklist: before.id, confirmations: await answersTo(before.id) }
  return proposeChecklist({ checklist, assessment, facility, confirmations, lastYear, on })
}

/** Refuses the id of a checklist that is not in the library. */
export function checklistOf({ library }: Ground, checklistId: string): Checklist {
  if (!library.checklists().includes(checklistId)) throw new Refusal('not-found', { what: 'checklist', checklistId })
  return library.loadChecklist(checklistId)
}
