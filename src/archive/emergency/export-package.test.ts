import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { type Caller, consoleCaller } from '#access'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { CHUNK_BYTES } from './format/layout.ts'
import { emergencyOn, passphrase, takenOut } from './testing.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-emergency-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

eachEngine('emergency packages', (open) => {
  const start = async () => {
    const room = await emergencyOn(await open())
    const { emergency, facilityId } = room
    const beside = mkdtempSync(join(base, 'd-'))
    const folder = join(beside, 'package')
    const make = (
      choice: Parameters<typeof emergency.exportPackage>[1]['choice'],
      caller: Caller = consoleCaller(facilityId),
    ) => emergency.exportPackage(caller, { folder, choice, passphrase })
    const inside = () => {
      const read = takenOut(beside, folder, passphrase)
      if ('failed' in read) throw new Error(read.failed)
      return read
    }
    return { ...room, beside, folder, make, inside }
  }
  const all = { kind: 'all' } as const

  it('is refused to whoever may not, with a weak passphrase, and where nothing was chosen; nothing is written', async () => {
    const { make, emergency, enter, folder, clerk, manager, facilityId, actsOf, beside } = await start()
    await expect(make(all)).rejects.toMatchObject({ code: 'not-found' })
    await enter('初診', '17', '2026-11-20', Buffer.from('主訴：発熱'))
    for (const caller of [clerk, manager])
      await expect(make(all, caller)).rejects.toMatchObject({ code: 'not-permitted' })
    const weak = emergency.exportPackage(consoleCaller(facilityId), { folder, choice: all, passphrase: 'himitsu' })
    await expect(weak).rejects.toMatchObject({ code: 'weak-password' })
    expect([readdirSync(beside), await actsOf('document.exported'), await actsOf('archive.')]).toEqual([[], [], []])
  })

  it('holds every file octet by octet, also across chunks, and what is shown of it; each has its entry', async () => {
    const { make, enter, inside, folder, journal, facilityId } = await start()
    const large = randomBytes(2 * CHUNK_BYTES + 77)
    const ids = [
      await enter('雑音', '17', '2026-11-20', large, 'x.bin'),
      await enter('検査', '17', '2026-11-20', sample('sheet.pdf'), 'sheet.pdf'),
      await enter('紹介', '42', '2026-11-20', sample('referral.cda.xml'), 'referral.xml'),
      await enter('申し送り', '42', '2026-11-20', Buffer.from('アレルギーあり'), 'a.txt'),
    ]
    const made = await make(all)
    expect(made).toMatchObject({ documents: 4, leftOut: 0 })
    const { about, documents, fileOf } = inside()
    expect(about).toMatchObject({ facility: 'みほん診療所', documents: 4, madeBy: { kind: 'console' }, choice: all })
    expect(fileOf(ids[0] ?? '').equals(large)).toBe(true)
    expect(fileOf(ids[1] ?? '').equals(sample('sheet.pdf'))).toBe(true)
    const shown = ids.map((id) => documents.find(({ documentId }) => documentId === id)?.shown.as)
    expect(shown).toEqual(['file', 'pdf', 'sections', 'text'])
    const { entries } = await journal.entries({ facilityId }, { act: 'document.exported' }, { limit: 50 })
    expect(entries.map(({ subject }) => subject?.id).toSorted()).toEqual(ids.toSorted())
    const [whole] = (await journal.entries({ facilityId }, { act: 'archive.exported' }, { limit: 50 })).entries
    expect(whole).toMatchObject({
      subject: { kind: 'package', id: made.packageId },
      detail: { documents: 4, leftOut: 0 },
    })
    expect(existsSync(`${folder}.new`)).toBe(false)
  })

  it('nothing of a patient lies readable in the folder', async () => {
    const { make, enter, folder } = await start()
    await enter('見本太郎の記録', '000123', '2026-11-20', Buffer.from('見本太郎 アレルギー'))
    await make({ kind: 'patients', patients: ['000123'] })
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      expect([file.name, text.includes('見本太郎'), text.includes('000123')]).toEqual([file.name, false, false])
    }
  })

  it('patients and days choose; written long ago and entered lately is in it', async () => {
    const { enter, make, inside, folder, clock } = await start()
    await enter('古い紙', '17', '1998-01-01', Buffer.from('あ'))
    clock.pass(40 * 24 * 60 * 60)
    await enter('きのうスキャンした紙', '17', '1999-01-01', Buffer.from('い'))
    await enter('別の患者', '42', '2026-12-30', Buffer.from('う'))
    const titles = async (choice: Parameters<typeof make>[0]) => {
      rmSync(folder, { recursive: true, force: true })
      await make(choice)
      return inside()
        .documents.map(({ title }) => title)
        .toSorted()
    }
    expect(await titles({ kind: 'days', days: 30 })).toEqual(['きのうスキャンした紙', '別の患者'].toSorted())
    expect(await titles({ kind: 'patients', patients: ['17'] })).toEqual(['きのうスキャンした紙', '古い紙'].toSorted())
    await expect(make({ kind: 'patients', patients: Array.from({ length: 501 }, String) })).rejects.toMatchObject({
      code: 'too-large',
    })
  })

  it('the newest confirmed version is in it, and it is told that a newer one waits; a draft alone says that it is one', async () => {
    const { enter, make, inside, documents, doctor } = await start()
    const id = await enter('診断書', '17', '2026-11-20', Buffer.from('第一版'))
    await buffer((await documents.openVersion(doctor, id, 1)).content)
    await documents.confirm(doctor, id, 1)
    await documents.correct(doctor, id, { reason: '誤記' }, { name: 'b.txt', bytes: Buffer.from('第二版') })
    const draft = await enter('下書き', '17', '2026-11-20', Buffer.from('まだ'))
    await make(all)
    const { documents: inIt, fileOf } = inside()
    expect(inIt.find(({ documentId }) => documentId === id)).toMatchObject({ version: 1, newerWaits: true })
    expect(fileOf(id).toString()).toBe('第一版')
    expect(inIt.find(({ documentId }) => documentId === draft)).not.toHaveProperty('confirmedAt')
  })

  it('a content that is damaged is left out and named; all others are in it', async () => {
    const { enter, make, inside, storage, facilityId, directory } = await start()
    const broken = await enter('壊れた', '17', '2026-11-20', randomBytes(3 * 1024 * 1024), 'x.bin')
    const fine = await enter('無事', '17', '2026-11-20', Buffer.from('よめる'))
    const { sha256 } = await storage.read({ facilityId }, (db) =>
      db
        .selectFrom('blob')
        .innerJoin('document_version', 'document_version.blob_id', 'blob.blob_id')
        .select('blob.sha256')
        .where('document_version.document_id', '=', broken)
        .executeTakeFirstOrThrow(),
    )
    const path = join(directory, sha256.slice(0, 2), sha256)
    const bytes = readFileSync(path)
    // The last segment: what came before it was on the tape already.
    writeFileSync(path, bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1))
    expect(await make(all)).toMatchObject({ documents: 1, leftOut: 1 })
    const { about, documents, fileOf } = inside()
    expect(about.leftOutList).toEqual([{ documentId: broken, title: '壊れた', why: 'corrupt' }])
    expect(documents.map(({ documentId }) => documentId)).toEqual([fine])
    expect(fileOf(fine).toString()).toBe('よめる')
  })

  it('a folder that is there stays as it was; what a killed run left is taken away, and nothing else', async () => {
    const { enter, make, folder } = await start()
    await enter('初診', '17', '2026-11-20', Buffer.from('主訴'))
    mkdirSync(`${folder}.new`)
    writeFileSync(join(`${folder}.new`, 'holiday.jpg'), 'x')
    await expect(make(all)).rejects.toMatchObject({ code: 'already-exists' })
    expect(readdirSync(`${folder}.new`)).toEqual(['holiday.jpg'])
    writeFileSync(join(`${folder}.new`, 'package.js'), 'omamori("package",{})')
    await make(all)
    expect(existsSync(join(folder, 'holiday.jpg'))).toBe(false)
    await expect(make(all)).rejects.toMatchObject({
      code: 'already-exists',
      facts: { reason: 'export-folder-there' },
    })
  })

  it('where it cannot be written, no folder is left and no package is in the journal', async () => {
    const { enter, make, folder, emergency, facilityId, actsOf, beside } = await start()
    await enter('初診', '17', '2026-11-20', Buffer.from('主訴'))
    writeFileSync(join(beside, 'file'), '')
    const within = { folder: join(beside, 'file', 'package'), choice: all, passphrase }
    await expect(emergency.exportPackage(consoleCaller(facilityId), within)).rejects.toMatchObject({
      code: 'read-only',
    })
    // Somebody takes the medium away in the middle.
    const copying = emergency.exportPackage(consoleCaller(facilityId), { folder, choice: all, passphrase }, () =>
      rmSync(`${folder}.new`, { recursive: true }),
    )
    await expect(copying).rejects.toThrow()
    expect(readdirSync(beside)).toEqual(['file'])
    expect(await actsOf('archive.')).toEqual([])
    await make(all)
  })
})
