import type { Caller } from '#access'
import type { Change, Reader, SignatureCardRow } from '#storage'
import type { Ground } from '../ground.ts'
import type { CardKind } from '../wire.ts'
import { taskWords } from '../words/card-task.ts'
import { endOf, standingOf } from './standing.ts'
import { moveCardRow } from './store.ts'

const renewalOf = (cardId: string) => ({ room: 'signature', kind: 'card-renewal', id: cardId }) as const
const lossOf = (cardId: string) => ({ room: 'signature', kind: 'card-loss', id: cardId }) as const

/** 更新の用件 — opened once for a card, whatever becomes of it: whoever dropped it is not asked again every night. */
export async function beginRenewal(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  row: SignatureCardRow,
  today: string,
): Promise<boolean> {
  const standing = standingOf(row, today)
  if (row.task_id !== null || (standing !== 'soon' && standing !== 'expired')) return false
  const task_id = await tasks.open(change, caller, {
    title: taskWords.renewal(row.holder_name, row.kind as CardKind),
    background: taskWords.renewalSteps,
    sources: [renewalOf(row.card_id)],
    dueOn: endOf(row),
    ...(row.holder_id !== null && { ownerId: row.holder_id }),
  })
  await moveCardRow(change, row.card_id, { task_id })
  return true
}

/** The task at hand: to report a lost card while that is not done, else to renew it. */
export async function taskFor({ tasks }: Ground, db: Reader, row: SignatureCardRow): Promise<string | undefined> {
  if (row.state === 'lost') return (await tasks.bySource(db, lossOf(row.card_id)))[0]
  return row.task_id ?? undefined
}

/** The successor is registered, or nobody needs one. */
export async function endRenewal(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  cardId: string,
  how: 'replaced' | 'over',
): Promise<void> {
  const state = how === 'replaced' ? 'done' : 'dropped'
  await tasks.closeFor(change, caller, renewalOf(cardId), { state, words: taskWords[how] })
}

/** 失効の届出の用件 — a lost card can sign until its issuer has revoked it, so it is due at once. */
export async function beginLoss(
  { tasks }: Ground,
  change: Change,
  caller: Caller,
  row: SignatureCardRow,
  today: string,
): Promise<void> {
  await tasks.open(change, caller, {
    title: taskWords.loss(row.holder_name, row.kind as CardKind),
    background: taskWords.lossSteps,
    sources: [lossOf(row.card_id)],
    dueOn: today,
    cost: 0,
    ...(row.holder_id !== null && { ownerId: row.holder_id }),
    // Found and lost again: the first report may still be on its way.
    anyway: true,
  })
}
