import type { Caller } from '#access'
import type { Journal } from '#journal'
import { loadReviewList } from '#log-review'
import type { PaperLanguage } from '#paper'
import { dayOf } from '#shared'
import { readChecklist } from '../checklist/load-checklist.ts'
import { presentChecklist } from '../checklist/present-checklist.ts'
import type { Assessment } from '../contract.ts'
import { editionOf, scopeOf } from '../ground.ts'
import { judgeFacility } from '../load-assessment.ts'
import { type PlanGround, readPlan } from '../plan/load-plan.ts'
import { present } from '../present.ts'
import { readSnapshots } from '../snapshot/read-snapshots.ts'
import type { Step } from './contract.ts'
import type { Material } from './material.ts'

/** What the inspection file stands on: everything of the room, and the means to verify the journal. */
export interface InspectionGround extends PlanGround {
  readonly journal: PlanGround['journal'] & Pick<Journal, 'verify'>
}

/** Everything as it stands now. The journal is verified last, so that the views noted on the way are part of it. */
export async function loadMaterial(
  ground: InspectionGround,
  caller: Caller,
  language: PaperLanguage,
  begin: (step: Step) => void,
): Promise<{ readonly material: Material; readonly assessment: Assessment }> {
  begin('facts')
  const on = dayOf(ground.clock.now())
  const edition = editionOf(ground)
  const { registered, given, assessment } = await judgeFacility(ground, scopeOf(caller), on)
  const inForce = ground.library.checklistInForce(on)
  const filled = await readChecklist(ground, caller, inForce.id, on)
  const lastYear = filled.lastYear === undefined ? undefined : ground.library.loadChecklist(filled.lastYear)
  const { snapshots } = await readSnapshots(ground, caller)
  const plan = await readPlan(ground, caller, language)
  const { due, reviews, intervalDays } = await loadReviewList(ground, scopeOf(caller))
  begin('journal')
  const journal = await ground.journal.verify(scopeOf(caller))
  const material = {
    language,
    on,
    facility: registered,
    answers: given,
    checklist: presentChecklist(filled, { checklist: inForce, lastYear, edition, language }),
    presented: present(assessment, edition, language),
    snapshots,
    plan,
    logReviews: { due, reviews, intervalDays },
    journal,
  }
  return { material, assessment }
}
