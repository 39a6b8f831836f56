import { expect, it } from 'vitest'
import { systemCaller } from '#access'
import { addDays } from '#shared'
import { firstRun } from '../../access/testing.ts'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { derOf, pemOf, signatureRoomOn } from '../testing.ts'
import { type RegisterCardRequest, registerCardRequest } from '../wire.ts'
import { cardsCsv } from './cards-csv.ts'
import { RENEWAL_DAYS } from './standing.ts'

const today = '2026-11-22'
const base64 = (name: string) => derOf(name).toString('base64')
const card = (more: Partial<RegisterCardRequest> = {}) =>
  registerCardRequest.parse({ kind: 'card', holderId: 'p-01', licence: 'Medical Doctor', ...more })
const reasonOf = async (act: Promise<unknown>) => (await refusalOf(act)).facts.reason

eachEngine('the register of cards', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { cards, as, actsOf } = await signatureRoomOn(await open())
    const wanted = card({ cardExpiresOn: '2030-03-31' })
    const refused = [
      cards.readCards(as('staff')),
      cards.readCards(as('administrator')),
      cards.registerCard(as('auditor'), wanted),
      cards.moveCard(as('auditor'), 'x', { state: 'lost', onDay: today, reason: '紛失' }),
    ].map(async (act) => (await refusalOf(act)).code)
    expect(new Set(await Promise.all(refused))).toEqual(new Set(['not-permitted']))
    expect(() => cards.readCertificate(as('auditor'), pemOf('doctor'))).toThrow(/not-permitted/)
    expect(await actsOf('card.')).toEqual([])
  })

  it('card and certificate end on days of their own, and the earlier one counts', async () => {
    const { cards, as } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    await cards.registerCard(manager, card({ certificate: base64('doctor'), cardExpiresOn: '2028-06-30' }))
    await cards.registerCard(manager, card({ certificate: base64('pharmacist'), licence: 'Pharmacist' }))
    const [first, second] = (await cards.readCards(as('auditor'))).cards
    expect(first).toMatchObject({
      ...{ holder: { personId: 'p-01', name: '見本 太郎' }, licence: { text: 'Medical Doctor', japanese: '医師' } },
      ...{ agreement: 'agrees', cardExpiresOn: '2028-06-30', endsOn: '2028-06-30', state: 'in-use', stateOn: today },
      certificate: { untilOn: '2029-03-31', roles: [{ text: 'Medical Doctor', japanese: '医師' }] },
    })
    expect(second).toMatchObject({ endsOn: '2029-03-31', agreement: 'agrees' })
  })

  it.each([
    ['doctor', 'Medical Doctor', 'agrees'],
    ['doctor-and-pharmacist', 'Pharmacist', 'agrees'],
    ['nurse', 'Medical Doctor', 'differs'],
    ['role-in-wrong-case', 'Medical Doctor', 'differs'],
    ['director-only', 'Medical Doctor', 'differs'],
    ['no-role', 'Medical Doctor', 'no-role'],
    ['role-of-other-scheme', 'Medical Doctor', 'no-role'],
    ['doctor', undefined, 'not-compared'],
  ])('a certificate of %s beside the licence %s: %s', async (name, licence, agreement) => {
    const { cards, as } = await signatureRoomOn(await open())
    await cards.registerCard(as('director'), card({ certificate: base64(name), licence }))
    expect((await cards.readCards(as('director'))).cards[0]?.agreement).toBe(agreement)
  })

  it('what cannot be watched or told apart is not taken', async () => {
    const { cards, as, actsOf } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const refused = (more: Partial<RegisterCardRequest>) => reasonOf(cards.registerCard(manager, card(more)))
    const end = { cardExpiresOn: '2030-03-31' }
    expect(await refused({})).toBe('card-without-end')
    expect(await refused({ ...end, holderId: 'p-99' })).toBe('card-holder-not-there')
    expect(await refused({ ...end, holderId: undefined })).toBe('card-without-holder')
    expect(await refused({ ...end, licence: 'medical doctor' })).toBe('card-licence-unknown')
    expect(await refused({ certificate: base64('signing-ca') })).toBe('card-certificate-not-one')
    expect(await refused({ certificate: 'AAAA' })).toBe('card-certificate-unreadable')
    await cards.registerCard(manager, card({ certificate: base64('doctor') }))
    expect(await refused({ certificate: base64('doctor') })).toBe('card-there-already')
    expect((await refusalOf(cards.registerCard(manager, card({ ...end, replaces: 'nowhere' })))).code).toBe('not-found')
    expect(await actsOf('card.')).toEqual(['card.registered'])
  })

  it('out of a chain the certificate of the holder is read, and nothing is kept by reading it', async () => {
    const { cards, as } = await signatureRoomOn(await open())
    const chain = Buffer.concat([pemOf('signing-ca'), pemOf('doctor')])
    const { view, certificate } = cards.readCertificate(as('operator'), chain)
    expect(view).toMatchObject({ untilOn: '2029-03-31', roles: [{ text: 'Medical Doctor', japanese: '医師' }] })
    expect(certificate).toBe(base64('doctor'))
    expect((await cards.readCards(as('operator'))).cards).toEqual([])
  })

  it('a card that ends soon opens its renewal once, and the successor ends it', async () => {
    const { cards, as, tasks, facilityId, clock } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const ends = addDays(today, RENEWAL_DAYS + 1)
    const cardId = await cards.registerCard(manager, card({ cardExpiresOn: ends }))
    const job = () => cards.beginRenewals(systemCaller(facilityId, ['operator']))
    expect(await job()).toBe(0)
    clock.pass(86_400)
    expect([await job(), await job()]).toEqual([1, 0])
    const [task] = await tasks.listTasks(manager)
    expect(task).toMatchObject({
      ...{ title: '見本 太郎のHPKIカード（医師資格証など）を更新する', dueOn: ends, ownerId: 'p-01', state: 'open' },
      sources: [{ room: 'signature', kind: 'card-renewal', id: cardId }],
    })
    expect((await cards.readCards(manager)).cards[0]).toMatchObject({ state: 'soon', taskId: task?.taskId })
    const next = await cards.registerCard(manager, card({ cardExpiresOn: '2031-03-31', replaces: cardId }))
    const [second, first] = (await cards.readCards(manager)).cards
    expect(second).toMatchObject({ cardId: next, state: 'in-use', replaces: cardId })
    expect(first).toMatchObject({ cardId, state: 'replaced', replacedBy: next, steps: [{}, { state: 'replaced' }] })
    expect((await tasks.listTasks(manager)).map(({ state }) => state)).toEqual(['done'])
    const again = card({ cardExpiresOn: '2031-03-31', replaces: cardId })
    expect(await reasonOf(cards.registerCard(manager, again))).toBe('card-has-successor')
  })

  it('one that is registered late opens its renewal at once, and whoever drops that is not asked again', async () => {
    const { cards, as, tasks } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    await cards.registerCard(manager, card({ certificate: base64('doctor-expired') }))
    expect((await cards.readCards(manager)).cards[0]).toMatchObject({ state: 'expired', endsOn: '2025-03-31' })
    const [task] = await tasks.listTasks(manager)
    await tasks.moveTask(manager, task?.taskId ?? '', { state: 'dropped', words: '退職する', version: 1 })
    expect(await cards.beginRenewals(manager)).toBe(0)
  })

  it('a lost card has a task to report it, due today; it can be found, and can have a successor', async () => {
    const { cards, as, tasks, actsOf } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const cardId = await cards.registerCard(manager, card({ cardExpiresOn: '2030-03-31' }))
    await cards.moveCard(manager, cardId, { state: 'lost', onDay: '2026-11-20', reason: '往診の帰りになくした' })
    const [task] = await tasks.listTasks(manager)
    expect(task).toMatchObject({ dueOn: today, ownerId: 'p-01', sources: [{ kind: 'card-loss', id: cardId }] })
    expect(task?.background).toMatch(/失効/)
    expect((await cards.readCards(manager)).cards[0]?.taskId).toBe(task?.taskId)
    await cards.moveCard(manager, cardId, { state: 'in-use', onDay: today, reason: 'かばんの中にあった' })
    await cards.moveCard(manager, cardId, { state: 'lost', onDay: today, reason: 'またなくした' })
    await cards.registerCard(manager, card({ cardExpiresOn: '2031-03-31', replaces: cardId }))
    const lost = (await cards.readCards(manager)).cards.find((one) => one.cardId === cardId)
    expect(lost).toMatchObject({ state: 'lost', moves: ['withdrawn'] })
    expect(lost?.steps.map(({ state }) => state)).toEqual(['in-use', 'lost', 'in-use', 'lost'])
    expect(await actsOf('card.')).toEqual(['card.registered', ...Array(3).fill('card.moved'), 'card.registered'])
  })

  it('what was returned stays so, and nothing happens on a day to come', async () => {
    const { cards, as } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const cardId = await cards.registerCard(manager, card({ cardExpiresOn: '2030-03-31' }))
    const returned = { state: 'returned', onDay: today, reason: '退職' } as const
    const later = cards.moveCard(manager, cardId, { ...returned, onDay: '2026-11-23' })
    expect(await reasonOf(later)).toBe('card-day-in-future')
    await cards.moveCard(manager, cardId, returned)
    expect(await reasonOf(cards.moveCard(manager, cardId, { ...returned, state: 'lost' }))).toBe('card-move-not-there')
  })

  it('what a card is, and what happened to it, is never changed or deleted, not even past our own code', async () => {
    const { cards, as, storage, facilityId } = await signatureRoomOn(await open())
    await cards.registerCard(as('director'), card({ cardExpiresOn: '2030-03-31' }))
    const tried = [
      () =>
        storage.write({ facilityId }, ({ db }) => db.updateTable('signature_card').set({ licence: null }).execute()),
      () => storage.write({ facilityId }, ({ db }) => db.deleteFrom('signature_card').execute()),
      () =>
        storage.write({ facilityId }, ({ db }) => db.updateTable('signature_card_step').set({ reason: '' }).execute()),
      () => storage.write({ facilityId }, ({ db }) => db.deleteFrom('signature_card_step').execute()),
    ]
    for (const change of tried) await expect(change()).rejects.toThrow(/append-only|permission denied/)
  })

  it('another facility sees nothing of it', async () => {
    const room = await signatureRoomOn(await open())
    const cardId = await room.cards.registerCard(room.as('director'), card({ cardExpiresOn: '2030-03-31' }))
    const other = await firstRun(room)
    const stranger = { ...other.administrator, roles: ['director'] as const }
    expect((await room.cards.readCards(stranger)).cards).toEqual([])
    const lost = { state: 'lost', onDay: today, reason: '紛失' } as const
    expect((await refusalOf(room.cards.moveCard(stranger, cardId, lost))).code).toBe('not-found')
  })

  it('the list opens in a spreadsheet, a row for each card', async () => {
    const { cards, as } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    await cards.registerCard(manager, card({ certificate: base64('doctor'), cardExpiresOn: '2028-06-30' }))
    const [head, row] = cardsCsv(await cards.readCards(manager), 'ja').split('\r\n')
    expect(head).toContain('持ち主,種類,資格')
    expect(row).toMatch(/^見本 太郎,HPKIカード（医師資格証など）,医師,証明書の資格と一致,2028-06-30,2029-03-31,使用中,/)
    expect(cardsCsv(await cards.readCards(manager), 'en')).toContain('Medical Doctor,as the certificate says')
  })
})
