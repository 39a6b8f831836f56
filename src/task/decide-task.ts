import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import { held, keyOf, moveTo } from './change-task.ts'
import { checkReferences } from './check-references.ts'
import { type Decided, standingOf } from './decision.ts'
import { type Ground, malformed, note, scopeOf, writerOf } from './ground.ts'
import { isClosed, type TaskState } from './states.ts'
import { addDecision, readTasks } from './store.ts'
import type { DecideTaskRequest } from './wire.ts'

/**
 * 決裁 — the director's word on the very version that was seen, given here or entered from a signed paper; which of the
 * two stays visible for good. Sending back and refusing need words; a task that was refused is dropped with them.
 */
export async function decideTask(
  ground: Ground,
  caller: Caller,
  taskId: string,
  { outcome, words = '', version, paper }: DecideTaskRequest,
): Promise<void> {
  demand(caller, paper ? 'task.enter-decision' : 'task.decide')
  const at = ground.clock.now()
  const today = dayOf(at)
  if (outcome !== 'approved' && words === '') throw malformed('words', 'missing')
  if (paper && paper.decidedOn > today) throw malformed('paper.decidedOn', 'day-in-future', { latest: today })
  if (paper) await checkReferences(ground, caller, { ownerId: paper.personId })
  await ground.storage.write(scopeOf(caller), async (change) => {
    const row = await held(change, taskId, version)
    const { revision, cost } = row
    const { decisions } = await readTasks(change.db, taskId)
    const last = decisions.at(-1) as Decided | undefined
    const standing = standingOf({ cost: cost ?? undefined, revision }, last)
    if (isClosed(row.state as TaskState) || !['waiting', 'sent-back'].includes(standing))
      throw new Refusal('conflict', { reason: 'nothing-to-decide', taskId, standing })
    const by = { decided_by: paper ? null : writerOf(caller), person_id: paper?.personId ?? null }
    const entered = { decided_on: paper?.decidedOn ?? today, entered_by: writerOf(caller), entered_at: at }
    await addDecision(change, { ...keyOf(row), outcome, revision, cost, words, ...by, ...entered })
    if (outcome === 'refused') await moveTo(ground, change, caller, row, { state: 'dropped', words })
    const act = paper ? 'task.decision-entered' : 'task.decided'
    const detail = {
      outcome,
      words,
      revision,
      version,
      ...(cost === null ? {} : { cost }),
      ...(paper ? { paper } : {}),
    }
    await note(ground, change, caller, act, taskId, detail)
  })
}
