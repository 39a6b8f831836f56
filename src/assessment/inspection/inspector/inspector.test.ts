import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownLibrary } from '@omamori/guideline'
import { afterAll, expect, it } from 'vitest'
import { consoleCaller, whatMay } from '#access'
import { openDirectory } from '#registry'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { openTasks } from '#task'
import { archiveFactsOn } from '../../../archive/facts/read-facts.ts'
import { refusalOf } from '../../../shared/testing.ts'
import { eachEngine } from '../../../storage/testing.ts'
import { clinic, supplierRoomOn } from '../../../supplier/testing.ts'
import { openInspections } from '../open-inspections.ts'

const folder = mkdtempSync(join(tmpdir(), 'omamori-inspector-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The room on 22 November 2026 at two minutes past ten in Japan, and a way to come in by a link. */
async function roomOn(storage: Storage) {
  const below = await supplierRoomOn(storage)
  const { keys, journal, clock, access, registry, suppliers, facilityId, caller: director } = below
  const newId = randomUUID
  const blobs = openBlobs({
    storage,
    keys,
    clock,
    places: { first: openBlobFiles(mkdtempSync(join(folder, 'blobs-'))) },
  })
  const tasks = openTasks({ storage, journal, clock, newId, directory: openDirectory({ storage, registry }) })
  const archive = archiveFactsOn({ storage, journal, blobs })
  const inspections = openInspections({
    ...{ storage, journal, blobs, registry, suppliers, library: ownLibrary, archive, clock, newId, tasks, access },
    randomBytes,
  })
  const invite = (days = 7) =>
    inspections.inviteInspector(director, { name: '例題 三郎', organisation: '見本保健所', days })
  const cameBy = async (token: string) =>
    (await access.authenticate((await inspections.openInspectorLink(token)).cookie)).caller
  const make = async () => (await inspections.makeInspection(director, 'ja', () => {})).view.inspectionId
  const entries = async (act: string) => (await journal.entries({ facilityId }, { act }, { limit: 50 })).entries
  return { ...below, inspections, director, invite, cameBy, make, entries }
}

eachEngine('an inspector', (open) => {
  it('is let in by nobody but the director and the safety manager, and a refusal leaves nothing', async () => {
    const { inspections, facilityId, entries, invite } = await roomOn(await open())
    const { linkId } = await invite()
    for (const role of ['operator', 'auditor', 'administrator', 'inspector', 'staff'] as const) {
      const caller = { facilityId, actor: { kind: 'account', id: 'a-1' }, roles: [role] } as const
      const tries = [
        () => inspections.inviteInspector(caller, { name: '例題 三郎', organisation: '見本保健所', days: 1 }),
        () => inspections.readInspectors(caller),
        () => inspections.withdrawInspector(caller, linkId),
      ]
      for (const tried of tries) expect((await refusalOf(tried())).code, role).toBe('not-permitted')
    }
    expect(await entries('inspection.')).toHaveLength(1)
  })

  it('sees the parts as they were made, and each part that is opened is an entry without a name in it', async () => {
    const room = await roomOn(await open())
    const { inspections, registry, facilityId, invite, cameBy, make, entries } = room
    const inspectionId = await make()
    await registry.replaceFacility(consoleCaller(facilityId), { ...clinic, systems: [] })
    const inspector = await cameBy((await invite()).token)
    const shown = await inspections.readShownFiles(inspector)
    expect(shown).toMatchObject({ facility: 'みほん診療所', inspector: '例題 三郎', lastDay: '2026-11-28' })
    expect(shown.files.map((file) => file.inspectionId)).toEqual([inspectionId])
    const { parts } = await inspections.readShownParts(inspector, inspectionId)
    expect(parts.map(({ id }) => id).slice(0, 3)).toEqual(['missing', 'checklist', 'persons'])
    expect(parts.reduce((sum, { missing }) => sum + missing, 0)).toBe(shown.files[0]?.missing)
    const part = await inspections.openShownPart(inspector, inspectionId, 'registry')
    expect(JSON.stringify(part.blocks)).toContain('電子カルテ')
    await inspections.openInspection(inspector, inspectionId, 'paper')
    const [paper, registryPart] = await entries('inspection.viewed')
    expect([registryPart?.detail, paper?.detail]).toEqual([{ kind: 'part', part: 'registry' }, { kind: 'paper' }])
    expect(registryPart).toMatchObject({ actor: { kind: 'account', id: inspector.actor.id } })
    const [invited] = await entries('inspection.inspector-invited')
    expect(JSON.stringify(invited)).not.toMatch(/例題 三郎|見本保健所/)
  })

  it('may read what was made to be shown, and nothing else: not the folder, not a part that is not there', async () => {
    const { inspections, invite, cameBy, make } = await roomOn(await open())
    const inspectionId = await make()
    const inspector = await cameBy((await invite()).token)
    expect(whatMay(inspector)).toEqual(['inspection.read'])
    const codes = []
    for (const tried of [
      () => inspections.openInspection(inspector, inspectionId, 'folder'),
      () => inspections.makeInspection(inspector, 'ja', () => {}),
      () => inspections.openShownPart(inspector, inspectionId, 'patients'),
      () => inspections.openShownPart(inspector, 'nowhere', 'registry'),
      () => inspections.readShownParts(inspector, 'nowhere'),
    ]) {
      codes.push((await refusalOf(tried())).code)
    }
    expect(codes).toEqual(['not-permitted', 'not-permitted', 'not-found', 'not-found', 'not-found'])
  })

  it('is shown nothing without a link, whatever the role', async () => {
    const { inspections, director } = await roomOn(await open())
    expect((await refusalOf(inspections.readShownFiles(director))).facts).toMatchObject({ reason: 'not-by-link' })
  })

  it('of a file that was made before parts were kept reads the paper', async () => {
    const storage = await open()
    const { inspections, invite, cameBy, make } = await roomOn(storage)
    const inspectionId = await make()
    const on = storage.engine === 'sqlite' ? '' : ' on inspection_file'
    await open.tamper(storage, `drop trigger inspection_file_stands${on}`)
    await open.tamper(storage, 'update inspection_file set parts_blob_id = null')
    const inspector = await cameBy((await invite()).token)
    expect((await inspections.readShownParts(inspector, inspectionId)).parts).toEqual([])
  })
})

eachEngine('the link of an inspector', (open) => {
  it('ends by itself with its last day in Japan, and so does whoever came by it', async () => {
    const { inspections, access, clock, director, invite, cameBy } = await roomOn(await open())
    const { token, lastDay } = await invite(1)
    expect(lastDay).toBe('2026-11-22')
    // From two minutes past ten to one minute to midnight.
    clock.pass(13 * 3600 + 56 * 60)
    const { cookie } = await inspections.openInspectorLink(token)
    expect((await inspections.readShownFiles(await cameBy(token))).lastDay).toBe('2026-11-22')
    clock.pass(120)
    expect((await refusalOf(access.authenticate(cookie))).code).toBe('not-signed-in')
    expect((await refusalOf(inspections.openInspectorLink(token))).facts).toEqual({ reason: 'inspector-link-over' })
    expect((await inspections.readInspectors(director)).links).toEqual([])
  })

  it('is closed at once and once, whoever is in is out, and it stays closed', async () => {
    const { inspections, access, director, invite, cameBy, entries } = await roomOn(await open())
    const { token, linkId } = await invite()
    const other = await invite()
    const { cookie } = await inspections.openInspectorLink(token)
    const inside = await cameBy(token)
    await inspections.withdrawInspector(director, linkId)
    await inspections.withdrawInspector(director, linkId)
    expect((await refusalOf(access.authenticate(cookie))).code).toBe('not-signed-in')
    expect((await refusalOf(inspections.readShownFiles(inside))).facts).toEqual({ reason: 'inspector-link-withdrawn' })
    const refused = await refusalOf(inspections.openInspectorLink(token))
    expect([refused.code, refused.facts]).toEqual(['sign-in-failed', { reason: 'inspector-link-withdrawn' }])
    expect((await inspections.readInspectors(director)).links.map((link) => link.linkId)).toEqual([other.linkId])
    expect(await entries('inspection.inspector-withdrawn')).toHaveLength(1)
  })

  it('that never was opens nothing, however like one it looks', async () => {
    const { inspections, facilityId, invite } = await roomOn(await open())
    const { token } = await invite()
    const last = token.endsWith('A') ? 'B' : 'A'
    for (const wrong of [
      '',
      'x',
      token.slice(0, -1),
      token.slice(0, -2) + last + last,
      `${facilityId}.`,
      `${token}x`,
    ]) {
      const refused = await refusalOf(inspections.openInspectorLink(wrong))
      expect([refused.code, refused.facts]).toEqual(['sign-in-failed', { reason: 'inspector-link-unknown' }])
    }
  })

  it('of one facility is neither seen nor closed by another', async () => {
    const { inspections, invite, another } = await roomOn(await open())
    const { linkId, token } = await invite()
    const elsewhere = await another(clinic)
    expect((await inspections.readInspectors(elsewhere)).links).toEqual([])
    expect((await refusalOf(inspections.withdrawInspector(elsewhere, linkId))).code).toBe('not-found')
    await inspections.openInspectorLink(token)
  })

  it('stands among the accounts while it is open, and no longer', async () => {
    const { inspections, access, facilityId, director, invite, clock } = await roomOn(await open())
    const names = async () =>
      (await access.readAccounts(consoleCaller(facilityId))).map(({ displayName }) => displayName).toSorted()
    const { linkId } = await invite(1)
    expect(await names()).toEqual(['例題 三郎', '見本 太郎'].toSorted())
    await inspections.withdrawInspector(director, linkId)
    expect(await names()).toEqual(['見本 太郎'])
    await invite(1)
    clock.pass(24 * 3600)
    expect(await names()).toEqual(['見本 太郎'])
  })

  it('keeps what was said of it: who was let in and until when cannot be rewritten', async () => {
    const storage = await open()
    const { invite } = await roomOn(storage)
    await invite()
    const later = open.tamper(storage, "update inspector_link set expires_at = '2999-01-01T00:00:00.000Z'")
    await expect(later).rejects.toThrow('inspector_link_stands')
    await expect(open.tamper(storage, 'delete from inspector_link')).rejects.toThrow('inspector_link_stays')
  })
})
