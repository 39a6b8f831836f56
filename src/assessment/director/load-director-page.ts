import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Suppliers } from '#supplier'
import { checklistBeside } from '../checklist/load-checklist.ts'
import type { Language } from '../contract.ts'
import { editionOf, scopeOf } from '../ground.ts'
import { exemptionViewOf } from '../kept.ts'
import { judgeFacility } from '../load-assessment.ts'
import { type PlanGround, planBeside } from '../plan/load-plan.ts'
import { presentComparison } from '../snapshot/present-comparison.ts'
import { readComparison, readSnapshots } from '../snapshot/read-snapshots.ts'
import type { SnapshotsView } from '../snapshot/wire.ts'
import { readWords } from '../store.ts'
import { makeDirectorPaper } from './director-paper.ts'
import { directorPageOf, type Gathered } from './gather-director-page.ts'
import type { DirectorPageView } from './wire.ts'

/** What the director's page stands on: everything of the room, and what suppliers have not answered. */
export interface DirectorGround extends PlanGround {
  readonly suppliers: PlanGround['suppliers'] & Pick<Suppliers, 'readOpenQuestions'>
}

/** 施設長の1枚 — each room is asked once, and the facility is judged once. */
export async function readDirectorPage(
  ground: DirectorGround,
  caller: Caller,
  language: Language,
): Promise<DirectorPageView> {
  demand(caller, 'report.read')
  demand(caller, 'assessment.read')
  demand(caller, 'checklist.read')
  const on = dayOf(ground.clock.now())
  const judged = await judgeFacility(ground, scopeOf(caller), on)
  const snapshots = await readSnapshots(ground, caller)
  const inForce = ground.library.checklistInForce(on)
  const { exemptions, nameOf } = await ground.storage.read(scopeOf(caller), readWords)
  return directorPageOf({
    language,
    facility: judged.facility,
    assessment: judged.assessment,
    edition: editionOf(ground),
    plan: await planBeside(ground, caller, language, judged),
    snapshots,
    comparison: await lastTwo(ground, caller, snapshots, language),
    exemptions: exemptions.map((row) => exemptionViewOf(row, nameOf)),
    checklist: await checklistBeside(ground, caller, inForce, judged),
    checklistTitle: inForce.shortTitle[language],
    questions: await ground.suppliers.readOpenQuestions(caller),
  })
}

/** The same page on A4. */
export async function makeDirectorPage(
  ground: DirectorGround,
  caller: Caller,
  language: Language,
): Promise<{ readonly page: DirectorPageView; readonly paper: Uint8Array }> {
  const page = await readDirectorPage(ground, caller, language)
  return { page, paper: await makeDirectorPaper(page) }
}

/** A snapshot that is no longer what was kept does not take the page away: the page says so. */
async function lastTwo(
  ground: DirectorGround,
  caller: Caller,
  { snapshots: [after, before] }: SnapshotsView,
  language: Language,
): Promise<Gathered['comparison']> {
  if (!before || !after) return 'too-few'
  try {
    const ids = { before: before.snapshotId, after: after.snapshotId }
    const compared = await readComparison(ground, caller, ids)
    const tasks = await ground.tasks.listTasks(caller)
    return presentComparison(compared, ground.library.loadEdition(after.edition), language, tasks)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'corrupt') return 'corrupt'
    throw error
  }
}
