import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Caller, consoleCaller, systemCaller } from '#access'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { eachEngine } from '../../storage/testing.ts'
import { documentsOn } from '../document/testing.ts'
import { openContents } from './open-contents.ts'

const request = (title: string) =>
  ({ kind: 'consent', standing: 'original', title, writtenOn: '2026-11-01', patient: '0001' }) as const

eachEngine('the look at what documents hold', (open) => {
  const start = async () => {
    const on = await documentsOn(await open())
    const { storage, keys, clock, journal, directory, facilityId } = on
    const away = mkdtempSync(join(tmpdir(), 'omamori-second-'))
    const places = { first: openBlobFiles(directory), second: { ...openBlobFiles(away), isThere: async () => true } }
    const blobs = openBlobs({ storage, keys, clock, places })
    const contents = openContents({ storage, journal, blobs, locks: undefined, clock, data: directory })
    const register = (title: string, text: string) =>
      on.documents.register(on.doctor, request(title), { name: 'a.txt', bytes: Buffer.from(text) })
    const auditor = systemCaller(facilityId, ['auditor'])
    const damage = async (place: string, documentId: string) => {
      const { sha256 } = await fileOf(storage, on.doctor, documentId)
      writeFileSync(join(place, sha256.slice(0, 2), sha256), 'x')
    }
    return { ...on, contents, register, auditor, damage, away }
  }

  it('names the document that is damaged, repairs it, and writes both in the journal without a title', async () => {
    const { contents, register, auditor, damage, directory, away, actsOf, journal, facilityId } = await start()
    const hurt = await register('同意書', '見本の同意書')
    await register('紹介状', '見本の紹介状')
    expect(await contents.check(auditor, { all: true })).toMatchObject({ looked: 2, copied: 2, troubles: [] })
    await damage(directory, hurt)
    const { troubles, state } = await contents.check(consoleCaller(facilityId), { all: true })
    expect(troubles).toMatchObject([
      { first: 'changed', repaired: true, document: { documentId: hurt, title: '同意書' } },
    ])
    expect(state).toMatchObject({ files: 2, looked: 2, whole: 2, lost: 0, copied: 2, second: 'there' })
    expect(await contents.check(auditor, { all: true })).toMatchObject({ troubles: [] })
    expect(await actsOf('contents.repaired')).toEqual(['contents.repaired'])
    const { entries } = await journal.entries({ facilityId }, { act: 'contents.repaired' }, { limit: 1 })
    expect(entries[0]).toMatchObject({
      subject: { kind: 'document', id: hurt },
      detail: { first: 'changed', version: 1 },
    })
    await damage(directory, hurt)
    await damage(away, hurt)
    const lost = await contents.check(auditor, { all: true })
    // Whoever may not read documents is told which one, and not what it is called.
    expect(lost.troubles).toMatchObject([{ repaired: false, document: { documentId: hurt, version: 1 } }])
    expect(lost.troubles[0]?.document).not.toHaveProperty('title')
    expect(lost.state.lost).toBe(1)
    expect(await actsOf('contents.damaged')).toEqual(['contents.damaged'])
  })

  it('every night takes what is new and a share of the rest, so that four weeks see all', async () => {
    const { contents, register, auditor, clock } = await start()
    for (let index = 0; index < 30; index += 1) await register(`文書${index}`, `内容${index}`)
    expect(await contents.check(auditor, { all: false })).toMatchObject({ looked: 32, copied: 30 })
    const seen: number[] = []
    for (let night = 0; night < 3; night += 1) {
      clock.pass(24 * 60 * 60)
      seen.push((await contents.check(auditor, { all: false })).looked)
    }
    expect(seen).toEqual([2, 2, 2])
  })

  it('is for those who look after the machine; where copies lie, the console alone decides', async () => {
    const { contents, clerk, manager, away } = await start()
    await expect(contents.check(clerk, { all: true })).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(contents.nameSecondCopy(manager, away)).rejects.toMatchObject({ code: 'not-permitted' })
    rmSync(away, { recursive: true })
  })
})

const fileOf = (storage: Storage, { facilityId }: Caller, documentId: string) =>
  storage.read({ facilityId }, (db) =>
    db
      .selectFrom('document_version')
      .innerJoin('blob', 'blob.blob_id', 'document_version.blob_id')
      .select('blob.sha256')
      .where('document_version.document_id', '=', documentId)
      .executeTakeFirstOrThrow(),
  )
