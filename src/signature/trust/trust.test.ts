import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { firstRun } from '../../access/testing.ts'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { derOf, listOf, pemOf, signatureRoomOn } from '../testing.ts'

const both = { signers: true, hpki: false, stamps: true }
const signers = { signers: true, hpki: false, stamps: false }
const fingerprintOf = (name: string) => hash('sha256', derOf(name), 'hex')
const published = (name: string) => ({
  fingerprint: fingerprintOf(name)
    .toUpperCase()
    .replaceAll(/(..)(?!$)/g, '$1:'),
  ...{ source: '例題認証局の公表資料', seenOn: '2026-11-20' },
})
const reasonOf = async (act: Promise<unknown>) => (await refusalOf(act)).facts.reason

eachEngine('trust', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { trust, as, actsOf } = await signatureRoomOn(await open())
    const [root = ''] = await trust.addItems(as('safety-manager'), pemOf('root'), both)
    const refused = [
      trust.readItems(as('staff')),
      trust.addItems(as('planning-manager'), pemOf('stamp-root'), both),
      trust.confirmItem(as('operator'), root, published('root')),
      trust.confirmItem(as('administrator'), root, published('root')),
      trust.withdrawItem(as('auditor'), root, { reason: '誤り' }),
    ].map(async (act) => (await refusalOf(act)).code)
    expect(new Set(await Promise.all(refused))).toEqual(new Set(['not-permitted']))
    expect(await actsOf('trust.')).toEqual(['trust.added'])
  })

  it('a certificate that was handed in is shown, and nothing is believed by it', async () => {
    const { trust, as, facilityId } = await signatureRoomOn(await open())
    await trust.addItems(as('operator'), derOf('root'), signers)
    const { items } = await trust.readItems(as('auditor'))
    expect(items).toMatchObject([
      {
        ...{ kind: 'anchor', state: 'proposed', purposes: signers, addedBy: '見本 太郎', steps: [] },
        certificate: { selfSigned: true, isCa: true, sha256: fingerprintOf('root'), key: { kind: 'rsa' } },
      },
    ])
    expect(await trust.keptTrust({ facilityId })).toEqual({
      anchors: [],
      hpkiAnchors: [],
      stampAnchors: [],
      certificates: [],
      crls: [],
    })
  })

  it('it is believed from the moment when somebody types the fingerprint that was published, for its purposes only', async () => {
    const { trust, as, facilityId, actsOf } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const [root = ''] = await trust.addItems(manager, pemOf('root'), signers)
    const [stamps = ''] = await trust.addItems(manager, pemOf('stamp-root'), {
      signers: false,
      hpki: false,
      stamps: true,
    })
    await trust.addItems(manager, Buffer.concat([pemOf('signing-ca'), pemOf('authentication-ca')]), signers)
    await trust.addItems(manager, listOf('signing-2026-11-01'), signers)
    await trust.confirmItem(manager, root, published('root'))
    await trust.confirmItem(manager, stamps, published('stamp-root'))
    const kept = await trust.keptTrust({ facilityId })
    expect(kept.anchors.map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf('root')])
    expect(kept.stampAnchors.map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf('stamp-root')])
    expect(kept.certificates.map(({ fingerprint }) => fingerprint)).toEqual(
      [fingerprintOf('signing-ca'), fingerprintOf('authentication-ca')].toSorted(),
    )
    expect(kept.crls.map((octets) => Buffer.from(octets))).toEqual([listOf('signing-2026-11-01')])
    expect(await actsOf('trust.')).toEqual([...Array(5).fill('trust.added'), 'trust.confirmed', 'trust.confirmed'])
    expect(await reasonOf(trust.confirmItem(manager, root, published('root')))).toBe('trust-not-proposed')
  })

  it('a fingerprint that differs is refused, and that it was tried is written down', async () => {
    const { trust, as, facilityId, actsOf } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const [root = ''] = await trust.addItems(manager, pemOf('root'), both)
    expect(await reasonOf(trust.confirmItem(manager, root, published('stamp-root')))).toBe('trust-fingerprint-differs')
    const [item] = (await trust.readItems(manager)).items
    expect(item).toMatchObject({ state: 'proposed', steps: [{ step: 'refused', by: '見本 太郎' }] })
    expect((await trust.keptTrust({ facilityId })).anchors).toEqual([])
    expect(await actsOf('trust.')).toEqual(['trust.added', 'trust.refused'])
    const later = { ...published('root'), seenOn: '2026-11-23' }
    expect(await reasonOf(trust.confirmItem(manager, root, later))).toBe('trust-seen-in-future')
  })

  it('what is withdrawn is believed no more, stays in the list with the reason, and can be handed in again', async () => {
    const { trust, as, facilityId, actsOf } = await signatureRoomOn(await open())
    const director = as('director')
    const [root = ''] = await trust.addItems(director, pemOf('root'), both)
    await trust.confirmItem(director, root, published('root'))
    await trust.withdrawItem(director, root, { reason: '運営者が新しいルートに替えた' })
    expect((await trust.keptTrust({ facilityId })).anchors).toEqual([])
    expect((await trust.readItems(director)).items[0]?.steps.map(({ step }) => step)).toEqual([
      'confirmed',
      'withdrawn',
    ])
    expect(await reasonOf(trust.withdrawItem(director, root, { reason: '再び' }))).toBe('trust-withdrawn-already')
    await trust.addItems(director, pemOf('root'), both)
    expect((await trust.readItems(director)).items.map(({ state }) => state).toSorted()).toEqual([
      'proposed',
      'withdrawn',
    ])
    expect(await actsOf('trust.')).toEqual(['trust.added', 'trust.confirmed', 'trust.withdrawn', 'trust.added'])
  })

  it('what is no certificate of an authority, and what is there already, is not taken', async () => {
    const { trust, as, actsOf } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const refused = (bytes: Uint8Array, purposes = both) => reasonOf(trust.addItems(manager, bytes, purposes))
    expect(await refused(Buffer.from('ほかのファイル'))).toBe('trust-unreadable')
    expect(await refused(derOf('root').subarray(0, 300))).toBe('trust-unreadable')
    expect(await refused(pemOf('doctor'))).toBe('trust-not-a-ca')
    expect(await refused(Buffer.alloc(5 * 1024 * 1024))).toBe('trust-too-large')
    expect(await refused(pemOf('root'), { signers: false, hpki: false, stamps: false })).toBe('trust-without-purpose')
    const many = Buffer.concat(Array.from({ length: 21 }, () => pemOf('root')))
    expect(await refused(many)).toBe('trust-too-many')
    await trust.addItems(manager, Buffer.concat([pemOf('root'), pemOf('root')]), both)
    expect(await refused(pemOf('root'))).toBe('trust-there-already')
    expect(await actsOf('trust.')).toEqual(['trust.added'])
  })

  it('two who hand in the same at once are told apart', async () => {
    const { trust, as } = await signatureRoomOn(await open())
    const add = () => trust.addItems(as('safety-manager'), pemOf('root'), both)
    const ended = await Promise.allSettled([add(), add()])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('neither octets nor steps are ever changed or deleted, not even past our own code', async () => {
    const { trust, as, facilityId, storage } = await signatureRoomOn(await open())
    const manager = as('safety-manager')
    const [root = ''] = await trust.addItems(manager, pemOf('root'), both)
    await trust.confirmItem(manager, root, published('root'))
    const octets = derOf('stamp-root')
    const fingerprint = fingerprintOf('stamp-root')
    const tried = [
      () => storage.write({ facilityId }, ({ db }) => db.updateTable('trust_item').set({ octets }).execute()),
      () => storage.write({ facilityId }, ({ db }) => db.updateTable('trust_item').set({ fingerprint }).execute()),
      () => storage.write({ facilityId }, ({ db }) => db.deleteFrom('trust_item').execute()),
      () => storage.write({ facilityId }, ({ db }) => db.updateTable('trust_step').set({ step: 'refused' }).execute()),
      () => storage.write({ facilityId }, ({ db }) => db.deleteFrom('trust_step').execute()),
    ]
    for (const change of tried) await expect(change()).rejects.toThrow(/append-only|permission denied/)
  })

  it('only what was named a root of HPKI is believed about licences, and stays what it was named', async () => {
    const room = await signatureRoomOn(await open())
    const manager = room.as('safety-manager')
    const hpki = { signers: false, hpki: true, stamps: false }
    const [root = ''] = await room.trust.addItems(manager, pemOf('root'), hpki)
    const [other = ''] = await room.trust.addItems(manager, pemOf('provider-root'), signers)
    await room.trust.confirmItem(manager, root, published('root'))
    await room.trust.confirmItem(manager, other, published('provider-root'))
    const kept = await room.trust.keptTrust({ facilityId: room.facilityId })
    expect(kept.anchors.length).toBe(2)
    expect(kept.hpkiAnchors.map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf('root')])
    const renamed = room.storage.write({ facilityId: room.facilityId }, ({ db }) =>
      db.updateTable('trust_item').set({ for_hpki: 1 }).where('item_id', '=', other).execute(),
    )
    await expect(renamed).rejects.toThrow('trust_item_purpose')
  })

  it('another facility sees nothing of it', async () => {
    const room = await signatureRoomOn(await open())
    const [root = ''] = await room.trust.addItems(room.as('safety-manager'), pemOf('root'), both)
    await room.trust.confirmItem(room.as('director'), root, published('root'))
    const other = await firstRun(room)
    const stranger = { ...other.administrator, roles: ['safety-manager'] as const }
    expect((await room.trust.readItems(stranger)).items).toEqual([])
    expect((await room.trust.keptTrust(stranger)).anchors).toEqual([])
    expect((await refusalOf(room.trust.confirmItem(stranger, root, published('root')))).code).toBe('not-found')
  })
})
