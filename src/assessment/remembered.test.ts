import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownLibrary } from '@omamori/guideline'
import { afterAll, expect, it } from 'vitest'
import type { Caller } from '#access'
import { openRegistry } from '#registry'
import { openBlobs, type Storage } from '#storage'
import { journalOn, keysInMemory } from '../journal/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { suppliersOn } from '../supplier/testing.ts'
import { openAssessments } from './open-assessments.ts'
import { withFact } from './testing/change.ts'
import { compliantFacility } from './testing/compliant-facility.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-remembered-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const manager: Caller = { facilityId: 'mihon', actor: { kind: 'account', id: 'account-1' }, roles: ['safety-manager'] }
const shared = withFact(compliantFacility, ['systems', 'emr', 'authentication', 'sharedAccounts'], 2)

/** Two programs on one database: a server, and the command line beside it. */
async function twoOn(storage: Storage) {
  const keys = keysInMemory()
  const row = { facility_id: 'mihon', name: 'みほん診療所', sample: 0, created_at: '2026-11-01T00:00:00.000Z' }
  await storage.write({ facilityId: 'mihon' }, (change) => change.db.insertInto('facility').values(row).execute())
  const program = () => {
    const { journal, clock } = journalOn(storage, '2026-11-22T01:02:03.004Z', keys)
    const blobs = openBlobs({ storage, keys, clock, directory: mkdtempSync(join(base, 'blobs-')) })
    const registry = openRegistry({ storage, journal, clock, newId: randomUUID })
    const suppliers = suppliersOn(storage)
    const ground = { storage, journal, blobs, registry, suppliers, library: ownLibrary, clock, newId: randomUUID }
    const assessments = openAssessments(ground)
    const look = async (day?: string) => (await assessments.loadAssessment(manager, day)).requirements
    const stateOf = async (id: string) => (await look()).find((one) => one.id === id)?.state
    return { registry, assessments, look, stateOf }
  }
  return { server: program(), beside: program() }
}

eachEngine('a judgement', (open) => {
  it('is made once while nothing happens, also for those who ask at once', async () => {
    const { server } = await twoOn(await open())
    await server.registry.replaceFacility(manager, compliantFacility)
    const [first, second] = await Promise.all([server.look(), server.look()])
    expect(second).toBe(first)
    expect(await server.look()).toBe(first)
    expect(await server.look('2026-11-23')).not.toBe(first)
  })

  it('is made anew after any change, whoever changed it', async () => {
    const { server, beside } = await twoOn(await open())
    await server.registry.replaceFacility(manager, compliantFacility)
    expect(await server.stateOf('6.5.C-1')).toBe('met')
    await beside.registry.replaceFacility(manager, shared)
    expect(await server.stateOf('6.5.C-1')).toBe('not-met')
    const before = await server.look()
    await beside.assessments.attest(manager, { requirementId: '6.2.C-1', statement: '部屋ごとに見て回りました。' })
    expect(await server.look()).not.toBe(before)
    expect(await server.stateOf('6.2.C-1')).toBe('met')
  })

  it('of a day is never given out for another facility', async () => {
    const { server } = await twoOn(await open())
    await server.registry.replaceFacility(manager, compliantFacility)
    await server.look()
    const stranger = { ...manager, facilityId: 'other' }
    await expect(server.assessments.loadAssessment(stranger)).rejects.toMatchObject({ code: 'not-found' })
  })
})
