import { hash } from 'node:crypto'
import { hpkiProfile } from '@omamori/signature'
import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import type { Change, SignatureCardRow } from '#storage'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { RegisterCardRequest } from '../wire.ts'
import { agreementOf, cardCertificate } from './read-certificate.ts'
import { endOf } from './standing.ts'
import { addCardStep, cardRows, insertCard, moveCardRow } from './store.ts'
import { beginRenewal, endRenewal } from './tasks.ts'

/** A hospital of two thousand beds has a thousand who sign; each has a card and a second certificate, renewed after five years. */
const MOST_CARDS = 10_000

/** 署名用カードを登録する — the successor of another card takes its place, and ends the task to renew it. */
export async function registerCard(ground: Ground, caller: Caller, request: RegisterCardRequest): Promise<string> {
  demand(caller, 'card.write')
  const row = await rowFor(ground, caller, request)
  if (endOf(row) === undefined) throw malformed('card-without-end', 'cardExpiresOn')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const cards = await cardRows(change.db)
    if (cards.length >= MOST_CARDS) throw new Refusal('too-large', { reason: 'card-too-many', limit: MOST_CARDS })
    refuseTwin(row, cards)
    const before = predecessorOf(row, cards)
    await insertCard(change, row)
    await addCardStep(change, stepOf(row, writtenBy(row)))
    if (before) await replace(ground, change, caller, row, before)
    await note(ground, change, caller, row)
    await beginRenewal(ground, change, caller, row, row.state_on)
  })
  return row.card_id
}

async function rowFor(ground: Ground, caller: Caller, request: RegisterCardRequest): Promise<SignatureCardRow> {
  const { kind, holderId, holderName, licence, certificate, cardExpiresOn, replaces } = request
  const persons = holderId === undefined ? [] : await ground.persons(scopeOf(caller))
  const person = persons.find(({ id }) => id === holderId)
  if (holderId !== undefined && !person) throw malformed('card-holder-not-there', 'holderId')
  const name = person?.name ?? holderName
  if (name === '') throw malformed('card-without-holder', 'holderName')
  if (licence !== undefined && !hpkiProfile.roles.some(({ text }) => text === licence))
    throw malformed('card-licence-unknown', 'licence')
  const at = ground.clock.now()
  return {
    ...{ facility_id: caller.facilityId, card_id: ground.newId(), kind },
    ...{ holder_id: holderId ?? null, holder_name: name, licence: licence ?? null },
    certificate: certificate === undefined ? null : cardCertificate(Buffer.from(certificate, 'base64')).raw,
    ...{ card_expires_on: cardExpiresOn ?? null, replaces: replaces ?? null },
    ...{ registered_by: writerOf(caller), registered_at: at },
    ...{ state: 'in-use', state_on: dayOf(at), task_id: null },
  }
}

/** One certificate on two cards would be counted and watched twice. */
function refuseTwin({ certificate }: SignatureCardRow, cards: readonly SignatureCardRow[]): void {
  if (certificate === null) return
  const same = (row: SignatureCardRow) => row.certificate !== null && Buffer.compare(row.certificate, certificate) === 0
  const twin = cards.find((row) => row.state === 'in-use' && same(row))
  if (twin) throw new Refusal('already-exists', { reason: 'card-there-already', cardId: twin.card_id })
}

function predecessorOf(
  { replaces }: SignatureCardRow,
  cards: readonly SignatureCardRow[],
): SignatureCardRow | undefined {
  if (replaces === null) return undefined
  const before = cards.find(({ card_id }) => card_id === replaces)
  if (!before) throw new Refusal('not-found', { what: 'signature-card', cardId: replaces })
  if (cards.some((row) => row.replaces === replaces) || before.state === 'withdrawn')
    throw new Refusal('conflict', { reason: 'card-has-successor', cardId: replaces })
  return before
}

/** What was lost stays lost, and has a successor all the same. */
async function replace(
  ground: Ground,
  change: Change,
  caller: Caller,
  row: SignatureCardRow,
  before: SignatureCardRow,
): Promise<void> {
  await endRenewal(ground, change, caller, before.card_id, 'replaced')
  if (before.state !== 'in-use') return
  const moved = { ...before, state: 'replaced', state_on: row.state_on }
  await moveCardRow(change, before.card_id, { state: moved.state, state_on: moved.state_on })
  await addCardStep(change, stepOf(moved, writtenBy(row)))
}

const writtenBy = (row: SignatureCardRow) => ({ written_by: row.registered_by, written_at: row.registered_at })

const stepOf = (row: SignatureCardRow, written: ReturnType<typeof writtenBy>) => ({
  ...{ facility_id: row.facility_id, card_id: row.card_id, state: row.state, on_day: row.state_on, reason: '' },
  ...written,
})

/** Ids, days and codes: whose card it is stands in the row. */
async function note({ journal }: Ground, change: Change, caller: Caller, row: SignatureCardRow): Promise<void> {
  const said = {
    ...{ kind: row.kind, licence: row.licence, endsOn: endOf(row), replaces: row.replaces },
    agreement: agreementOf(row.certificate, row.licence),
    fingerprint: row.certificate && hash('sha256', row.certificate, 'hex'),
  }
  const detail = Object.fromEntries(Object.entries(said).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  const subject = { kind: 'signature-card', id: row.card_id }
  await journal.append(change, { act: 'card.registered', actor: caller.actor, subject, detail })
}
