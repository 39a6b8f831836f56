import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { Caller } from '#access'
import { Refusal } from '#shared'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from './testing.ts'
import type { RegisterDocumentRequest } from './wire.ts'

const note = (change: Partial<RegisterDocumentRequest> = {}): RegisterDocumentRequest => ({
  ...{ kind: 'medical-record', standing: 'original', title: '初診の記録', patient: '000123', writtenOn: '2026-11-20' },
  ...change,
})
const file = (text = '主訴：発熱') => ({ name: '記録.txt', bytes: Buffer.from(text) })
const reasonOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (!(error instanceof Refusal)) throw new Error('was not refused')
  return error.facts.reason ?? error.code
}

eachEngine('documents', (open) => {
  const start = async () => {
    const room = await documentsOn(await open())
    const { documents } = room
    const look = async (caller: Caller, id: string, version = 1) =>
      (await buffer((await documents.openVersion(caller, id, version)).content)).toString()
    const newest = async (caller: Caller, id: string) => {
      const [version] = (await documents.read(caller, id)).versions
      if (!version) throw new Error('no version')
      return version
    }
    return { ...room, look, newest }
  }

  it('whoever works with the machines sees no document, and nothing is kept of what was refused', async () => {
    const { documents, manager, doctor, actsOf, look } = await start()
    expect(await reasonOf(documents.register(manager, note(), file()))).toBe('not-permitted')
    const id = await documents.register(doctor, note(), file())
    for (const refused of [documents.read(manager, id), documents.search(manager, { page: 1 }), look(manager, id)])
      expect(await reasonOf(refused)).toBe('not-permitted')
    expect(await actsOf('document.')).toEqual(['document.registered'])
  })

  it.each([
    ['a kind that is not there', { kind: 'diary' }, 'document-kind-unknown'],
    ['a day that is to come', { writtenOn: '2026-11-23' }, 'document-written-in-future'],
    ['an entry for nobody', { enteredFor: 'a-stranger' }, 'document-for-nobody'],
  ] as const)('%s is refused', async (_, change, reason) => {
    const { documents, doctor } = await start()
    expect(await reasonOf(documents.register(doctor, note(change), file()))).toBe(reason)
    expect((await documents.search(doctor, { page: 1 })).documents).toEqual([])
  })

  it('a doctor confirms what they have seen, and from then on it stays as it is', async () => {
    const { documents, doctor, clerk, look, newest, actsOf, storage, facilityId } = await start()
    const id = await documents.register(clerk, note(), file())
    expect(await reasonOf(documents.confirm(clerk, id, 1))).toBe('document-without-licence')
    expect((await newest(doctor, id)).may).toMatchObject({
      approve: false,
      confirm: false,
      because: 'document-not-seen',
    })
    expect(await reasonOf(documents.confirm(doctor, id, 1))).toBe('document-not-seen')
    expect(await look(doctor, id)).toBe('主訴：発熱')
    await documents.confirm(doctor, id, 1)
    expect(await newest(clerk, id)).toMatchObject({ contentType: 'text', confirmedBy: { name: '例題 次郎' } })
    expect(await reasonOf(documents.confirm(doctor, id, 1))).toBe('document-confirmed-already')
    const rewritten = storage.write({ facilityId }, ({ db }) =>
      db.updateTable('document_version').set({ confirmed_by: null, confirmed_at: null }).execute(),
    )
    await expect(rewritten).rejects.toThrow('document_version_confirmed')
    expect(await actsOf('document.')).toEqual(['document.registered', 'document.viewed', 'document.confirmed'])
  })

  it('what is corrected becomes a new version with its reason; the earlier one stays readable', async () => {
    const { documents, doctor, look, newest } = await start()
    const id = await documents.register(doctor, note(), file())
    const correct = () => documents.correct(doctor, id, { reason: '体温の書き誤り' }, file('主訴：発熱 38度'))
    expect(await reasonOf(correct())).toBe('document-draft-waits')
    await look(doctor, id)
    await documents.confirm(doctor, id, 1)
    expect(await correct()).toBe(2)
    expect(await newest(doctor, id)).toMatchObject({ version: 2, reason: '体温の書き誤り', seen: false })
    expect([await look(doctor, id, 1), await look(doctor, id, 2)]).toEqual(['主訴：発熱', '主訴：発熱 38度'])
    const { documents: found } = await documents.search(doctor, { state: 'draft', page: 1 })
    expect(found).toMatchObject([{ documentId: id, confirmed: true, waiting: true }])
  })

  it('a proxy never confirms, and the person it was entered for approves it first, having seen it', async () => {
    const { documents, doctor, other, clerk, accountOf, look, newest, actsOf } = await start()
    const id = await documents.register(clerk, note({ enteredFor: accountOf(doctor) }), file())
    expect(await reasonOf(documents.confirm(clerk, id, 1))).toBe('document-proxy-confirms')
    await look(other, id)
    expect(await reasonOf(documents.confirm(other, id, 1))).toBe('document-not-approved')
    expect(await reasonOf(documents.approve(other, id, 1))).toBe('document-not-for-you')
    expect((await documents.readGround(doctor)).toApprove).toBe(1)
    expect((await documents.search(doctor, { state: 'mine', page: 1 })).documents.length).toBe(1)
    expect(await reasonOf(documents.approve(doctor, id, 1))).toBe('document-not-seen')
    await look(doctor, id)
    await documents.approve(doctor, id, 1)
    expect(await reasonOf(documents.approve(doctor, id, 1))).toBe('document-approved-already')
    expect((await documents.readGround(doctor)).toApprove).toBe(0)
    await documents.confirm(other, id, 1)
    expect(await newest(doctor, id)).toMatchObject({
      enteredFor: { name: '例題 次郎' },
      confirmedBy: { name: '例題 三郎' },
    })
    expect((await actsOf('document.')).filter((act) => act !== 'document.viewed')).toEqual([
      ...['document.registered', 'document.approved', 'document.confirmed'],
    ])
  })

  it('two who confirm at once: one does, the other is told', async () => {
    const { documents, doctor, other, look } = await start()
    const id = await documents.register(doctor, note(), file())
    await Promise.all([look(doctor, id), look(other, id)])
    const ended = await Promise.allSettled([documents.confirm(doctor, id, 1), documents.confirm(other, id, 1)])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('documents are found by patient, kind, day and words, however the words are written', async () => {
    const { documents, doctor } = await start()
    const consent = await documents.register(
      doctor,
      note({ kind: 'consent', title: 'ＭＲＩ検査の同意書（ﾓﾔﾓﾔ病）', writtenOn: '2026-11-18' }),
      file(),
    )
    const record = await documents.register(doctor, note({ patient: '000456' }), file())
    const found = async (search: object) =>
      (await documents.search(doctor, { page: 1, ...search })).documents.map(({ documentId }) => documentId)
    expect(await found({})).toEqual([record, consent])
    expect(await found({ words: 'mri モヤモヤ' })).toEqual([consent])
    expect(await found({ words: '100%' })).toEqual([])
    expect(await found({ patient: '000456' })).toEqual([record])
    expect(await found({ patient: '00045' })).toEqual([])
    expect(await found({ kind: 'consent' })).toEqual([consent])
    expect(await found({ from: '2026-11-19' })).toEqual([record])
    expect(await found({ to: '2026-11-18' })).toEqual([consent])
    expect(await found({ page: 2 })).toEqual([])
  })

  it('documents are found by what any of their versions says, in words of any length and width', async () => {
    const { documents, doctor, look } = await start()
    const id = await documents.register(doctor, note(), file('主訴：発熱。ワルファリン 2mg を継続'))
    const letter = { name: '紹介状.docx', bytes: sample('letter.docx') }
    const referral = await documents.register(doctor, note({ title: '紹介状' }), letter)
    const found = async (words: string) =>
      (await documents.search(doctor, { page: 1, words })).documents.map(({ documentId }) => documentId).sort()
    expect(await found('ﾜﾙﾌｧﾘﾝ')).toEqual([id, referral].sort())
    expect(await found('発熱 ２ＭＧ')).toEqual([id])
    expect(await found('熱')).toEqual([id])
    expect(await found('紹介状 HbA1c')).toEqual([referral])
    await look(doctor, id)
    await documents.confirm(doctor, id, 1)
    await documents.correct(doctor, id, { reason: '主訴の誤り' }, file('主訴：頭痛'))
    expect([await found('頭痛'), await found('発熱')]).toEqual([[id], [id]])
  })

  it('a wrong draft is withdrawn with its reason, stays to be read, and what is right follows it', async () => {
    const { documents, doctor, clerk, look, newest, actsOf, storage, facilityId } = await start()
    const id = await documents.register(clerk, note(), file('別の患者の記録'))
    expect((await newest(clerk, id)).may.withdraw).toBe(true)
    expect(await reasonOf(documents.correct(clerk, id, { reason: '直し' }, file()))).toBe('document-draft-waits')
    await documents.withdraw(clerk, id, 1, { reason: '患者を取り違えた' })
    expect(await newest(doctor, id)).toMatchObject({
      ...{ withdrawnBy: { name: '例題 花子' }, withdrawnReason: '患者を取り違えた' },
      may: { approve: false, confirm: false, withdraw: false },
    })
    expect(await look(doctor, id)).toBe('別の患者の記録')
    expect(await reasonOf(documents.confirm(doctor, id, 1))).toBe('document-withdrawn')
    expect(await reasonOf(documents.withdraw(clerk, id, 1, { reason: '二度' }))).toBe('document-withdrawn')
    expect(await documents.read(doctor, id)).toMatchObject({ confirmed: false, waiting: false, may: { correct: true } })
    for (const state of ['draft', 'confirmed'] as const)
      expect((await documents.search(doctor, { state, page: 1 })).documents).toEqual([])
    expect(await documents.correct(clerk, id, { reason: '正しい患者の記録' }, file())).toBe(2)
    await look(doctor, id, 2)
    await documents.confirm(doctor, id, 2)
    expect(await reasonOf(documents.withdraw(clerk, id, 2, { reason: '遅い' }))).toBe('document-confirmed-already')
    expect(await documents.read(doctor, id)).toMatchObject({ confirmed: true, waiting: false })
    expect(await actsOf('document.withdrawn')).toEqual(['document.withdrawn'])
    const change = storage.write({ facilityId }, ({ db }) =>
      db.updateTable('document_version').set({ withdrawn_reason: '別の理由' }).where('version', '=', 1).execute(),
    )
    await expect(change).rejects.toThrow('append-only')
  })

  it('an entry for somebody who does not come back is withdrawn, and asks nobody any more', async () => {
    const { documents, doctor, clerk } = await start()
    const id = await documents.register(clerk, note({ enteredFor: doctor.actor.id ?? '' }), file())
    expect((await documents.readGround(doctor)).toApprove).toBe(1)
    await documents.withdraw(clerk, id, 1, { reason: '本人が退職した' })
    expect((await documents.readGround(doctor)).toApprove).toBe(0)
    expect(await reasonOf(documents.approve(doctor, id, 1))).toBe('document-withdrawn')
  })
})
