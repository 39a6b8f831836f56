import { hpkiProfile, readCertificate } from '@omamori/signature'
import { type Caller, demand, may } from '#access'
import { type Day, dayOf } from '#shared'
import type { SignatureCardRow, SignatureCardStepRow } from '#storage'
import { type Ground, scopeOf } from '../ground.ts'
import { namesOfAccounts } from '../names.ts'
import type { CardState, StaffCardsView, StaffCardView } from '../wire.ts'
import { moves } from './move-card.ts'
import { agreementOf, cardCertificateView } from './read-certificate.ts'
import { endOf, RENEWAL_DAYS, standingOf } from './standing.ts'
import { cardRows, cardStepRows } from './store.ts'
import { taskFor } from './tasks.ts'

/** カード台帳 — every card that was registered, with how it stands today. */
export async function readCards(ground: Ground, caller: Caller): Promise<StaffCardsView> {
  demand(caller, 'card.read')
  const { rows, tasks, steps, nameOf } = await ground.storage.read(scopeOf(caller), async (db) => {
    const rows = await cardRows(db)
    const tasks = await Promise.all(rows.map((row) => taskFor(ground, db, row)))
    return { rows, tasks, steps: await cardStepRows(db), nameOf: await namesOfAccounts(db) }
  })
  const today = dayOf(ground.clock.now())
  const shown = rows.map((row, index) => ({ ...viewOf(row, { rows, steps, nameOf, today }), taskId: tasks[index] }))
  return {
    today,
    renewalDays: RENEWAL_DAYS,
    cards: shown.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)),
    persons: (await ground.persons(scopeOf(caller))).map(({ id, name }) => ({ id, name })),
    licences: hpkiProfile.roles.map(({ text, japanese }) => ({ text, japanese })),
    may: { write: may(caller, 'card.write') },
  }
}

const isOver = ({ state }: StaffCardView) => state === 'replaced' || state === 'returned' || state === 'withdrawn'
const rankOf = (card: StaffCardView) =>
  `${isOver(card) ? 2 : card.state === 'lost' ? 0 : 1} ${card.endsOn ?? ''} ${card.cardId}`

interface Around {
  readonly rows: readonly SignatureCardRow[]
  readonly steps: readonly SignatureCardStepRow[]
  readonly nameOf: (accountId: string) => string
  readonly today: Day
}

function viewOf(row: SignatureCardRow, { rows, steps, nameOf, today }: Around): Omit<StaffCardView, 'taskId'> {
  const japanese = hpkiProfile.roles.find(({ text }) => text === row.licence)?.japanese
  const replacedBy = rows.find(({ replaces }) => replaces === row.card_id)?.card_id
  const possible = moves[row.state as CardState]
  return {
    cardId: row.card_id,
    kind: row.kind as StaffCardView['kind'],
    holder: { name: row.holder_name, ...(row.holder_id !== null && { personId: row.holder_id }) },
    licence: row.licence === null ? undefined : { text: row.licence, japanese },
    agreement: agreementOf(row.certificate, row.licence),
    certificate: row.certificate === null ? undefined : cardCertificateView(readCertificate(row.certificate)),
    cardExpiresOn: row.card_expires_on ?? undefined,
    endsOn: endOf(row),
    state: standingOf(row, today),
    stateOn: row.state_on,
    moves: possible.filter((state) => state !== 'in-use' || replacedBy === undefined),
    replaces: row.replaces ?? undefined,
    replacedBy,
    steps: steps
      .filter(({ card_id }) => card_id === row.card_id)
      .map((step) => ({
        ...{ state: step.state as CardState, onDay: step.on_day, reason: step.reason },
        ...{ by: nameOf(step.written_by), at: step.written_at },
      })),
  }
}
