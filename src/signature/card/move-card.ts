import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { SignatureCardRow } from '#storage'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { CardState, MoveCardRequest } from '../wire.ts'
import { addCardStep, cardRows, moveCardRow } from './store.ts'
import { beginLoss, endRenewal } from './tasks.ts'

/** What may become of a card: a lost one may be found; what was returned or withdrawn comes back as another card. */
export const moves: Readonly<Record<CardState, readonly MoveCardRequest['state'][]>> = {
  'in-use': ['lost', 'returned', 'withdrawn'],
  replaced: ['lost', 'returned'],
  lost: ['in-use', 'withdrawn'],
  returned: [],
  withdrawn: [],
}

/** 状態を書く — with its day and why. A lost card opens the task to have it revoked. */
export async function moveCard(
  ground: Ground,
  caller: Caller,
  cardId: string,
  { state, onDay, reason }: MoveCardRequest,
): Promise<void> {
  demand(caller, 'card.write')
  const at = ground.clock.now()
  const today = dayOf(at)
  if (onDay > today) throw malformed('card-day-in-future', 'onDay')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const cards = await cardRows(change.db)
    const row = cards.find(({ card_id }) => card_id === cardId)
    if (!row) throw new Refusal('not-found', { what: 'signature-card', cardId })
    refuseMove(row, state, cards)
    await moveCardRow(change, cardId, { state, state_on: onDay })
    const written = { written_by: writerOf(caller), written_at: at }
    await addCardStep(change, {
      ...{ facility_id: row.facility_id, card_id: cardId, state, on_day: onDay, reason, ...written },
    })
    const subject = { kind: 'signature-card', id: cardId }
    const detail = { from: row.state, to: state, onDay }
    await ground.journal.append(change, { act: 'card.moved', actor: caller.actor, subject, detail })
    if (state === 'lost') await beginLoss(ground, change, caller, row, today)
    if (state === 'returned' || state === 'withdrawn') await endRenewal(ground, change, caller, cardId, 'over')
  })
}

function refuseMove(row: SignatureCardRow, state: MoveCardRequest['state'], cards: readonly SignatureCardRow[]): void {
  const hasSuccessor = cards.some(({ replaces }) => replaces === row.card_id)
  if (!moves[row.state as CardState].includes(state) || (state === 'in-use' && hasSuccessor))
    throw new Refusal('conflict', { reason: 'card-move-not-there', from: row.state, to: state })
}
