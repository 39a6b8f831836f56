import { type Checklist, checklists, loadChecklist } from '@omamori/guideline'
import { type Caller, demand } from '#access'
import { type Day, dayOf, Refusal } from '#shared'
import { type Ground, scopeOf } from '../ground.ts'
import { loadAssessment } from '../load-assessment.ts'
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
  return loadChecklistOf(ground, caller, checklistOf(checklistId), on)
}

export async function loadChecklistOf(
  ground: Ground,
  caller: Caller,
  checklist: Checklist,
  on: Day = dayOf(ground.clock.now()),
): Promise<FilledChecklist> {
  const assessment = await loadAssessment(ground, caller, on)
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const confirmations = await ground.storage.read(scopeOf(caller), (db) => readConfirmations(db, checklist.id))
  return proposeChecklist({ checklist, assessment, facility, confirmations, on })
}

/** Refuses the id of a checklist that does not come with the program. */
export function checklistOf(checklistId: string): Checklist {
  if (!checklists().includes(checklistId)) throw new Refusal('not-found', { what: 'checklist', checklistId })
  return loadChecklist(checklistId)
}
