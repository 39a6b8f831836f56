import { hash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cosigner, formatNote, parseNote } from '@omamori/ledger'
import { beforeAll, describe, expect, it, test } from 'vitest'
import type { KeptCheckpoint } from '#journal'
import { temporaryFolder } from '../../../test/running.ts'
import { refusalOf } from '../../shared/testing.ts'
import { openStorage } from '../../storage/open-storage.ts'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { documentsOn } from '../document/testing.ts'
import { profile, scanOf, scansOn } from '../scan/testing.ts'
import { verifyPackage } from './format/verify-package.mjs'
import { openBags } from './open-bags.ts'

const content = Buffer.from('見本の同意書\n本人が署名した。\n')

type Room = Awaited<ReturnType<typeof documentsOn>>
const directorOf = ({ manager }: Room) => ({ ...manager, roles: ['director'] }) as const
const bagsOn = ({ storage, journal, blobs, clock }: Room, cosigned: readonly KeptCheckpoint[] = []) =>
  openBags({
    cosigned: async () => cosigned,
    ...{ storage, journal, blobs, clock, newId: randomUUID },
    facility: async () => ({ name: 'みほん診療所', sample: true, type: 'clinic' }),
  })

/** A consent that a clerk entered for the doctor: approved, confirmed, a draft that was withdrawn, and a correction that waits. */
async function consentIn({ documents, doctor, clerk, accountOf }: Room): Promise<string> {
  const request = { kind: 'consent', standing: 'original', title: '同意書', patient: 'P-0017' } as const
  const file = (text: string) => ({ name: '同意書.txt', bytes: Buffer.concat([content, Buffer.from(text)]) })
  const entered = { ...request, writtenOn: '2026-11-20', enteredFor: accountOf(doctor) }
  const id = await documents.register(clerk, entered, file(''))
  await documents.openVersion(doctor, id, 1)
  await documents.approve(doctor, id, 1)
  await documents.confirm(doctor, id, 1)
  await documents.correct(doctor, id, { reason: '書き足し' }, file('余分'))
  await documents.withdraw(doctor, id, 2, { reason: '別の患者のもの' })
  await documents.correct(doctor, id, { reason: '追記' }, file('追記'))
  return id
}

const pathOf = () => join(temporaryFolder().path, 'package')

eachEngine('preservation packages', (open) => {
  it('carry all versions and what the journal says of them, which is all proved; the journal has who took them away', async () => {
    const room = await documentsOn(await open())
    const id = await consentIn(room)
    const folder = pathOf()
    const seen: number[] = []
    const order = { folder, choice: { kind: 'patients', patients: ['P-0017'] } } as const
    const made = await bagsOn(room).pack(directorOf(room), order, (done) => seen.push(done))
    expect(made).toMatchObject({ folder, documents: 1, leftOut: 0 })
    expect(seen).toEqual([1])
    expect(readdirSync(join(folder, 'data', 'documents', id)).filter((name) => name.startsWith('v'))).toEqual([
      ...['v1.txt', 'v2.txt', 'v3.txt'],
    ])
    const report = await verifyPackage(folder, [made.verifierKeys[0] ?? ''])
    expect(report).toMatchObject({ findings: [], documents: 1, versions: 3, receipts: 6, trusted: true })
    const { entries } = await room.journal.entries({ facilityId: room.facilityId }, { act: 'archive.packed' }, {})
    const manifest = hash('sha256', readFileSync(join(folder, 'manifest-sha256.txt')))
    expect(entries[0]?.detail).toMatchObject({ documents: 1, choice: { kind: 'patients', patients: 1 }, manifest })
    expect(await room.actsOf('document.packed')).toEqual(['document.packed'])
  })

  it('of a scan they carry from which paper it came and what its pages were found to be', async () => {
    const room = await scansOn(await open())
    await room.scans.recordProfile(room.creationManager, profile())
    const bytes = sample('scan-g4.tif')
    const { documentId: id = '' } = await room.scans.takeIn(room.clerk, scanOf(), { name: 'a.tif', bytes })
    const folder = pathOf()
    const made = await bagsOn(room).pack(directorOf(room), { folder, choice: { kind: 'all' } }, () => undefined)
    const report = await verifyPackage(folder, [made.verifierKeys[0] ?? ''])
    expect(report).toMatchObject({ findings: [], documents: 1, receipts: 2, trusted: true })
    const details = globSync(`data/documents/${id}/*.detail`, { cwd: folder })
    const told = details.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    expect(told).toContainEqual(expect.objectContaining({ scanCase: 'at-care', pages: 2, found: [] }))
  })

  it('each document is carried as of one moment, whatever is confirmed meanwhile', async () => {
    const room = await documentsOn(await open())
    const { documents, doctor } = room
    const request = { kind: 'consent', standing: 'original', writtenOn: '2026-11-20' } as const
    const ids: string[] = []
    for (let number = 0; number < 12; number++) {
      const file = { name: '同意書.txt', bytes: Buffer.from(`第${number}号`) }
      ids.push(await documents.register(doctor, { ...request, title: `同意書${number}` }, file))
      await documents.openVersion(doctor, ids[number] ?? '', 1)
    }
    const folder = pathOf()
    const confirming = async () => {
      for (const id of ids.toSorted().toReversed()) await documents.confirm(doctor, id, 1)
    }
    const [made] = await Promise.all([
      bagsOn(room).pack(directorOf(room), { folder, choice: { kind: 'all' } }),
      confirming(),
    ])
    expect(made.documents).toBe(12)
    expect((await verifyPackage(folder)).findings).toEqual([])
  })

  it('where a witness cosigned what was done, the receipts carry that, and it is asked for', async () => {
    const room = await documentsOn(await open())
    await consentIn(room)
    await room.journal.sign({ facilityId: room.facilityId })
    const offer = await room.journal.offer({ facilityId: room.facilityId })
    if (!offer) throw new Error('nothing is signed')
    const witness = cosigner('omamori/reidai/witness', Buffer.alloc(32, 9), 'cosignature-ed25519')
    const other = cosigner('omamori/mihon/witness', Buffer.alloc(32, 8), 'cosignature-ed25519')
    const { text, signatures } = parseNote(offer.note)
    const note = formatNote({ text, signatures: [...signatures, witness.cosign(text, 1_795_000_000)] })
    const folder = pathOf()
    const kept = [{ origin: offer.origin, size: offer.size, note }]
    await bagsOn(room, kept).pack(directorOf(room), { folder, choice: { kind: 'all' } })
    const codes = async (...witnesses: readonly string[]) => {
      const { findings } = await verifyPackage(folder, [offer.verifierKey], witnesses)
      return [...new Set(findings.map(({ code }) => code))]
    }
    expect(await codes()).toEqual([])
    expect(await codes(witness.verifierKey)).toEqual([])
    expect(await codes(other.verifierKey, witness.verifierKey)).toEqual([])
    expect(await codes(other.verifierKey)).toContain('receipt-not-witnessed')
    expect(await codes(offer.verifierKey)).toContain('key-unreadable')
    expect(await codes(witness.verifierKey)).not.toContain('package-unproven')
  })

  it('what cannot be read any more is said, and the rest is carried', async () => {
    const room = await documentsOn(await open())
    await consentIn(room)
    for (const file of globSync('*/*', { cwd: room.directory }))
      if (lstatSync(join(room.directory, file)).size > 0) rmSync(join(room.directory, file))
    const folder = pathOf()
    const made = await bagsOn(room).pack(directorOf(room), { folder, choice: { kind: 'all' } })
    expect(made).toMatchObject({ documents: 1, leftOut: 3 })
    const { findings } = await verifyPackage(folder)
    expect(findings.map(({ code }) => code)).toEqual(['content-left-out', 'content-left-out', 'content-left-out'])
  })

  it('nobody but the director may; nothing is written where nothing was chosen or something lies already', async () => {
    const room = await documentsOn(await open())
    await consentIn(room)
    const bags = bagsOn(room)
    const folder = pathOf()
    const all = { folder, choice: { kind: 'all' } } as const
    for (const who of [room.doctor, room.clerk])
      expect((await refusalOf(bags.pack(who, all))).code).toBe('not-permitted')
    const nobody = { folder, choice: { kind: 'patients', patients: ['P-9999'] } } as const
    expect((await refusalOf(bags.pack(directorOf(room), nobody))).facts.reason).toBe('export-nothing-chosen')
    mkdirSync(`${folder}.new`, { recursive: true })
    writeFileSync(join(`${folder}.new`, 'mine.txt'), 'not a package')
    expect((await refusalOf(bags.pack(directorOf(room), all))).code).toBe('already-exists')
    expect(readdirSync(`${folder}.new`)).toEqual(['mine.txt'])
    expect([existsSync(folder), await room.actsOf('document.packed')]).toEqual([false, []])
    // What a killed run of ours left is taken away.
    writeFileSync(join(`${folder}.new`, 'bagit.txt'), 'BagIt-Version: 1.0\n')
    await bags.pack(directorOf(room), all)
    expect((await refusalOf(bags.pack(directorOf(room), all))).code).toBe('already-exists')
    expect(existsSync(join(folder, 'mine.txt'))).toBe(false)
  })
})

describe('a package that somebody changed', () => {
  let [whole, id, key] = ['', '', '']
  beforeAll(async () => {
    const room = await documentsOn(await openStorage({ data: temporaryFolder().path }))
    id = await consentIn(room)
    whole = pathOf()
    const made = await bagsOn(room).pack(directorOf(room), { folder: whole, choice: { kind: 'all' } })
    key = made.verifierKeys[0] ?? ''
  })

  /** A copy, changed; `reforged` by somebody who writes the manifests anew as well. */
  async function codesAfter(change: (folder: string, place: string) => void, reforged: boolean, keys = [key]) {
    const folder = pathOf()
    cpSync(whole, folder, { recursive: true })
    change(folder, join(folder, 'data', 'documents', id))
    if (reforged) writeManifests(folder)
    const { findings } = await verifyPackage(folder, keys)
    return [...new Set(findings.map(({ code }) => code))].toSorted()
  }
  function writeManifests(folder: string) {
    const all = globSync('**/*', { cwd: folder }).filter((name) => lstatSync(join(folder, name)).isFile())
    const lines = (names: readonly string[]) =>
      names.map((name) => `${hash('sha256', readFileSync(join(folder, name)))}  ${name}\n`).join('')
    writeFileSync(join(folder, 'manifest-sha256.txt'), lines(all.filter((name) => name.startsWith('data/'))))
    const tags = all.filter((name) => !name.startsWith('data/') && name !== 'tagmanifest-sha256.txt')
    writeFileSync(join(folder, 'tagmanifest-sha256.txt'), lines(tags))
  }
  const editing =
    (edit: (told: { [name: string]: unknown; versions: { [name: string]: unknown }[] }) => void) =>
    (_: string, place: string) => {
      const file = join(place, 'document.json')
      const told = JSON.parse(readFileSync(file, 'utf8'))
      edit(told)
      writeFileSync(file, JSON.stringify(told))
    }
  const inFirst = (change: object) => editing(({ versions }) => Object.assign(versions[0] ?? {}, change))
  const write = (name: string, bytes: string) => (_: string, place: string) => writeFileSync(join(place, name), bytes)

  test('is found by its manifests where they were left as they are', async () => {
    expect(await codesAfter(() => {}, false)).toEqual([])
    expect(await codesAfter(write('v1.txt', 'x'), false)).toEqual(['file-differs'])
    expect(await codesAfter((_, place) => rmSync(join(place, 'v1.txt')), false)).toEqual(['file-missing'])
    expect(await codesAfter(write('more.txt', 'x'), false)).toEqual(['file-unlisted'])
    const linked = (folder: string, place: string) => {
      rmSync(join(place, 'v1.txt'))
      symlinkSync(join(folder, 'README.txt'), join(place, 'v1.txt'))
    }
    expect(await codesAfter(linked, false)).toEqual(['file-differs'])
    const outside = (folder: string) =>
      writeFileSync(join(folder, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/../../secret\n`)
    expect(await codesAfter(outside, false)).toContain('manifest-unreadable')
  })

  const forgeries: readonly (readonly [string, string, (folder: string, place: string) => void])[] = [
    ['another content', 'content-differs', write('v1.txt', 'この手術に同意しない。')],
    [
      'another content and its digest',
      'version-unproven',
      (folder, place) => {
        writeFileSync(join(place, 'v1.txt'), 'x')
        inFirst({ sha256: hash('sha256', 'x') })(folder, place)
      },
    ],
    ['another title', 'facts-unproven', editing((told) => Object.assign(told, { title: '説明書' }))],
    ['another patient', 'facts-unproven', editing((told) => Object.assign(told, { patient: 'P-0018' }))],
    ['another standing', 'facts-unproven', editing((told) => Object.assign(told, { standing: 'copy' }))],
    ['somebody else entered it', 'version-unproven', inFirst({ enteredBy: { id: 'x', name: '見本 太郎' } })],
    ['entered on another day', 'version-unproven', inFirst({ enteredAt: '2025-11-22T01:02:03.004Z' })],
    ['for somebody else', 'version-unproven', inFirst({ enteredFor: { id: 'x', name: '見本 太郎' } })],
    ['confirmed by somebody else', 'confirmation-unproven', inFirst({ confirmedBy: { id: 'x', name: '見本 太郎' } })],
    ['confirmed on another day', 'confirmation-unproven', inFirst({ confirmedAt: '2025-11-22T01:02:03.004Z' })],
    ['not confirmed at all', 'confirmation-unproven', inFirst({ confirmedAt: undefined, confirmedBy: undefined })],
    ['never approved', 'approval-unproven', inFirst({ approvedAt: undefined })],
    [
      'not withdrawn',
      'withdrawal-unproven',
      editing(({ versions }) => Object.assign(versions[1] ?? {}, { withdrawnAt: undefined })),
    ],
    [
      'the draft confirmed',
      'confirmation-unproven',
      editing(({ versions }) => Object.assign(versions[2] ?? {}, { confirmedAt: '2026-11-22T01:02:03.004Z' })),
    ],
    ['a version hidden', 'version-missing', editing(({ versions }) => void versions.pop())],
    [
      'a signature that was never given',
      'signature-unproven',
      inFirst({ signatures: [{ number: 1, form: 'within', sha256: hash('sha256', content) }] }),
    ],
    [
      'a receipt left out',
      'confirmation-unproven',
      editing((told) => Object.assign(told, { receipts: ['journal-0001', 'journal-0002'] })),
    ],
    [
      'the withdrawal hidden, and its receipt with it',
      'package-unproven',
      (folder, place) => {
        editing((told) => {
          told.versions.splice(1)
          Object.assign(told, { receipts: ['journal-0001', 'journal-0002', 'journal-0003'] })
        })(folder, place)
        for (const file of globSync('{v2,v3,journal-0004,journal-0005,journal-0006}.*', { cwd: place }))
          rmSync(join(place, file))
      },
    ],
    ['other particulars', 'detail-differs', write('journal-0003.detail', '{"version":1}')],
    ['another salt', 'detail-differs', write('journal-0003.salt', '0'.repeat(64))],
    ['no receipt', 'receipt-unreadable', write('journal-0001.proof', 'c2sp.org/tlog-proof@v1\n')],
    [
      'another entry in the receipt',
      'entry-not-in-log',
      (_, place) => {
        const [one, other] = ['journal-0001.proof', 'journal-0003.proof'].map((name) => join(place, name))
        const lines = readFileSync(one ?? '', 'utf8').split('\n')
        lines[1] = readFileSync(other ?? '', 'utf8').split('\n')[1] ?? ''
        writeFileSync(one ?? '', lines.join('\n'))
      },
    ],
    [
      'another checkpoint',
      'checkpoint-signature-bad',
      (_, place) => {
        const file = join(place, 'journal-0001.proof')
        const [head = '', note = ''] = readFileSync(file, 'utf8').split('\n\n')
        const lines = note.split('\n')
        lines[1] = String(Number(lines[1]) + 1)
        writeFileSync(file, readFileSync(file, 'utf8').replace(note, lines.join('\n')))
        expect(head).toContain('index')
      },
    ],
    [
      'a whole document left out',
      'package-unproven',
      (folder, place) => {
        editPackage(folder, { documents: [] })
        rmSync(place, { recursive: true })
      },
    ],
    ['the receipt of the package left out', 'package-unproven', (folder) => rmSync(join(folder, 'package.proof'))],
    [
      'another name of a person',
      'package-unproven',
      editing(({ versions }) => Object.assign(versions[0]?.enteredBy ?? {}, { name: '例題 太郎' })),
    ],
    [
      'a receipt from elsewhere',
      'receipt-unreadable',
      editing((told) => Object.assign(told, { receipts: ['../../../package'] })),
    ],
    ['a document hidden', 'document-unlisted', (folder) => editPackage(folder, { documents: [] })],
    ['no package at all', 'package-unreadable', (folder) => writeFileSync(join(folder, 'data/package.json'), '[')],
  ]
  const editPackage = (folder: string, change: object) => {
    const file = join(folder, 'data/package.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
  }

  test.each(forgeries.map(([name, code, change]) => ({ name, code, change })))(
    'even with new manifests: $name → $code',
    async ({ code, change }) => {
      expect(await codesAfter(change, true)).toContain(code)
    },
  )

  test('with a key that is not its own nothing is proved, and without any it says that the key is the package’s', async () => {
    const other = 'omamori/other/2026+00000000+AAAA'
    expect(await codesAfter(() => {}, false, [other])).toEqual(
      expect.arrayContaining(['key-missing', 'key-unreadable', 'version-unproven']),
    )
    expect(await verifyPackage(whole)).toMatchObject({ findings: [], trusted: false, keys: [key] })
  })
})
