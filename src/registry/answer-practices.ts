import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change } from '#storage'
import { closestName } from './closest-name.ts'
import { type Ground, noteItem, scopeOf } from './ground.ts'
import type { Issue } from './issue.ts'
import { stampOf } from './keep-item.ts'
import { type Answers, type Kept, practicesValue } from './kept.ts'
import { findKept, holdRegistry, insertValue, updateValue } from './store.ts'
import type { AnswerPracticesRequest, Practices } from './wire.ts'

export async function readPractices(ground: Ground, caller: Caller): Promise<Practices> {
  demand(caller, 'registry.read')
  return practicesOf(await ground.storage.read(scopeOf(caller), (db) => findKept(db, 'practices', 'practices')))
}

/** Answers questions of applicability, today. Null takes an answer back; questions not named keep theirs. */
export async function answerPractices(
  ground: Ground,
  caller: Caller,
  request: AnswerPracticesRequest,
): Promise<Practices> {
  demand(caller, 'registry.change')
  refuseUnknown(request, ground.knownFacts?.())
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdRegistry(change)
    const before = await findKept(change.db, 'practices', 'practices')
    if (request.version !== undefined && request.version !== (before?.version ?? 0)) throw conflict(before)
    return practicesOf(await keep(ground, change, caller, before, request.answers))
  })
}

async function keep(
  ground: Ground,
  change: Change,
  caller: Caller,
  before: Kept | undefined,
  given: AnswerPracticesRequest['answers'],
): Promise<Kept> {
  const stamp = stampOf(ground, caller)
  const today = dayOf(stamp.at)
  const old = answersOf(before)
  const now = Object.fromEntries(
    [...new Set([...Object.keys(old), ...Object.keys(given)])].flatMap((fact) => {
      const answer = given[fact]
      if (answer === null) return []
      const entry = answer === undefined ? old[fact] : { answer, confirmedOn: today }
      return entry ? [[fact, entry]] : []
    }),
  )
  const value = practicesValue(now, today)
  const after = before
    ? await updateValue(change, before, value, stamp)
    : await insertValue(change, value, ground.newId(), stamp)
  if (!after) throw conflict(before)
  const act = before ? 'registry.changed' : 'registry.created'
  await noteItem(ground, change, caller, act, after, { ...(before && { before: old }), after: now })
  return after
}

function refuseUnknown({ answers }: AnswerPracticesRequest, known: readonly string[] | undefined): void {
  if (!known) return
  const issues = Object.keys(answers)
    .filter((fact) => !known.includes(fact))
    .map((fact): Issue => {
      const expected = { type: 'name', names: known, closest: closestName(fact, known) } as const
      return { path: `practices.${fact}`, code: 'unknown-practice', expected }
    })
  if (issues.length > 0) throw new Refusal('malformed', { issues })
}

function conflict(current: Kept | undefined): Refusal {
  const facts = { by: current?.updatedBy, at: current?.updatedAt }
  return new Refusal('conflict', { reason: 'changed', current: practicesOf(current), ...facts })
}

function practicesOf(kept: Kept | undefined): Practices {
  return { version: kept?.version ?? 0, answers: answersOf(kept) }
}

function answersOf(kept: Kept | undefined): Answers {
  return (kept?.body ?? {}) as Answers
}
