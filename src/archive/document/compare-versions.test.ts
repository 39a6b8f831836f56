import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from './testing.ts'

const facts = { kind: 'medical-record', standing: 'original', title: '初診の記録', writtenOn: '2026-11-20' } as const
const pair = { before: 1, after: 2 }
const reasonOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (!(error instanceof Refusal)) throw new Error('was not refused')
  return error.facts.reason ?? error.code
}

eachEngine('two versions of a document', (open) => {
  const start = async (first: Uint8Array, second: Uint8Array) => {
    const room = await documentsOn(await open())
    const { documents, doctor } = room
    const id = await documents.register(doctor, facts, { name: 'a', bytes: first })
    await buffer((await documents.openVersion(doctor, id, 1)).content)
    await documents.confirm(doctor, id, 1)
    await documents.correct(doctor, id, { reason: '書き誤り' }, { name: 'b', bytes: second })
    return { ...room, id }
  }
  const [fever, higher] = [Buffer.from('主訴：発熱\n体温は37度'), Buffer.from('主訴：発熱\n体温は38度')]

  it('are told apart, and the journal has a look at both before anything is shown', async () => {
    const { documents, doctor, other, id, journal, facilityId } = await start(fever, higher)
    expect(await documents.compare(other, id, pair)).toMatchObject({
      ...{ before: 1, after: 2, identical: false, facts: [], unread: { before: [], after: [] } },
      text: { kind: 'compared', differing: 1, rows: [{ mark: 'same' }, { mark: 'changed' }] },
    })
    expect(await documents.comparePages(other, id, pair)).toMatchObject({ kind: 'none', why: { code: 'no-pages' } })
    const { entries } = await journal.entries({ facilityId }, { act: 'document.viewed' }, { limit: 10 })
    const looks = entries.filter(({ actor }) => actor.id === other.actor.id)
    expect(looks.map(({ detail }) => detail).toReversed()).toEqual([
      { version: 1, comparedWith: 2 },
      { version: 2, comparedWith: 1 },
    ])
    expect(looks.every(({ subject }) => subject?.id === id)).toBe(true)
    expect(await reasonOf(documents.confirm(doctor, id, 2))).toBe('document-not-seen')
  })

  it('of another form differ in what the files say of themselves, and by what could not be read', async () => {
    const { documents, doctor, id } = await start(sample('referral.cda.xml'), Buffer.from([0, 1, 2, 3]))
    const { facts, unread, text } = await documents.compare(doctor, id, pair)
    expect(facts.find(({ name }) => name === 'type')).toEqual({ name: 'type', before: 'cda', after: 'unknown' })
    expect(facts.find(({ name }) => name === 'patientId')).toMatchObject({ before: expect.any(String) })
    expect(facts.find(({ name }) => name === 'patientId')?.after).toBeUndefined()
    expect(unread).toMatchObject({ before: [], after: [{ code: 'unknown-form' }] })
    expect(text).toMatchObject({ kind: 'compared' })
  })

  it('are compared page by page where they have pages', async () => {
    const pdf = sample('sheet.pdf')
    const { documents, doctor, id } = await start(pdf, Buffer.concat([pdf, Buffer.from('\n')]))
    expect(await documents.comparePages(doctor, id, pair)).toEqual({
      ...{ kind: 'compared', rows: [{ mark: 'same', before: 1, after: 1 }] },
      ...{ pages: { before: 1, after: 1 }, firstFrameOnly: false },
    })
    expect((await documents.compare(doctor, id, pair)).identical).toBe(false)
  })

  it('are shown to nobody without the right, and nothing of it is written down', async () => {
    const { documents, manager, doctor, id, actsOf } = await start(fever, higher)
    const looks = await actsOf('document.viewed')
    for (const compare of [documents.compare, documents.comparePages]) {
      expect(await reasonOf(compare(manager, id, pair))).toBe('not-permitted')
      expect(await reasonOf(compare(doctor, id, { before: 1, after: 3 }))).toBe('not-found')
      expect(await reasonOf(compare(doctor, id, { before: 2, after: 2 }))).toBe('document-same-version')
      expect(await reasonOf(compare(doctor, 'nowhere', pair))).toBe('not-found')
    }
    expect(await actsOf('document.viewed')).toEqual(looks)
  })
})
