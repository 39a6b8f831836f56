import { type Caller, demand } from '#access'
import { dayOf } from '#shared'
import type { SignatureCardRow } from '#storage'
import { type FacilityScope, type Ground, holdFacility, scopeOf } from '../ground.ts'
import type { MoveCardRequest, ReadCardCertificateView, RegisterCardRequest } from '../wire.ts'
import { moveCard } from './move-card.ts'
import { readCards } from './read-cards.ts'
import { cardCertificate, cardCertificateView } from './read-certificate.ts'
import { registerCard } from './register-card.ts'
import { cardRows } from './store.ts'
import { beginRenewal } from './tasks.ts'

/** The use cases of the register of cards on the given ground. */
export function openCards(ground: Ground) {
  return {
    readCards: (caller: Caller) => readCards(ground, caller),
    readCertificate: (caller: Caller, bytes: Uint8Array) => readForCard(caller, bytes),
    registerCard: (caller: Caller, request: RegisterCardRequest) => registerCard(ground, caller, request),
    moveCard: (caller: Caller, cardId: string, request: MoveCardRequest) => moveCard(ground, caller, cardId, request),
    /** Of the cards that these persons hold and use; asks for no right: whoever asks has been asked already. */
    licencesOf: ({ facilityId }: FacilityScope, personIds: readonly string[]) =>
      ground.storage.read({ facilityId }, async (db) => licencesHeld(await cardRows(db), personIds)),
    /** For the timetable. */
    beginRenewals: (caller: Caller) => beginRenewals(ground, caller),
  }
}

/** カード台帳 — with which cards the staff signs, and until when. */
export type Cards = ReturnType<typeof openCards>

const licencesHeld = (cards: readonly SignatureCardRow[], personIds: readonly string[]): readonly string[] => [
  ...new Set(
    cards.flatMap(({ state, holder_id, licence }) =>
      state === 'in-use' && holder_id !== null && personIds.includes(holder_id) && licence !== null ? [licence] : [],
    ),
  ),
]

/** Nothing is kept. */
function readForCard(caller: Caller, bytes: Uint8Array): ReadCardCertificateView {
  demand(caller, 'card.write')
  const certificate = cardCertificate(bytes)
  return { view: cardCertificateView(certificate), certificate: Buffer.from(certificate.raw).toString('base64') }
}

/** 更新の用件を開く — for whatever ends soon; gives how many were opened. */
async function beginRenewals(ground: Ground, caller: Caller): Promise<number> {
  demand(caller, 'card.write')
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    let opened = 0
    for (const row of await cardRows(change.db))
      if (await beginRenewal(ground, change, caller, row, dayOf(ground.clock.now()))) opened += 1
    return opened
  })
}
