import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import { compliantFacility } from '../testing/compliant-facility.ts'
import { callerAs, roomsOn } from '../testing/rooms-on.ts'

const manager = callerAs('safety-manager')
const director = callerAs('director')

eachEngine('snapshots', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { assessments } = await roomsOn(await open())
    const { snapshotId, digest } = await assessments.takeSnapshot(manager)
    for (const refused of [
      assessments.takeSnapshot(callerAs('auditor')),
      assessments.approveSnapshot(manager, { snapshotId, digest }),
      assessments.readSnapshots(callerAs('staff')),
      assessments.readSnapshot(callerAs('staff'), snapshotId),
      assessments.readRequirementHistory(callerAs('staff'), '6.2.C-1'),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'not-permitted' })
    }
    const { snapshots, may } = await assessments.readSnapshots(manager)
    expect(snapshots).toHaveLength(1)
    expect(may).toEqual({ take: true, approve: false })
  })

  it('a snapshot holds the assessment and the facts it was judged from, whatever is written later', async () => {
    const { assessments, registry, clock } = await roomsOn(await open())
    const judged = await assessments.loadAssessment(manager)
    const { snapshotId } = await assessments.takeSnapshot(manager)
    clock.set('2026-12-01T00:00:00.000Z')
    await registry.replaceFacility(manager, { ...compliantFacility, systems: [] })
    const { view, content } = await assessments.readSnapshot(manager, snapshotId)
    expect(view).toMatchObject({ number: 1, fiscalYear: 2026, takenOn: '2026-11-22', counts: judged.counts })
    const { at: _, ...assessment } = judged
    expect(content.assessment).toEqual(JSON.parse(JSON.stringify(assessment)))
    expect(content.facility.systems).toEqual(compliantFacility.systems)
  })

  it('numbers begin anew with each fiscal year, and none is given twice', async () => {
    const { assessments, clock } = await roomsOn(await open())
    await Promise.all([assessments.takeSnapshot(manager), assessments.takeSnapshot(director)])
    clock.set('2027-04-01T00:00:00.000Z')
    await assessments.takeSnapshot(manager)
    const { snapshots } = await assessments.readSnapshots(manager)
    expect(snapshots.map(({ fiscalYear, number }) => [fiscalYear, number])).toEqual([
      [2027, 1],
      [2026, 2],
      [2026, 1],
    ])
  })

  it('the director approves exactly what was shown, once; the journal holds the digest of both', async () => {
    const { assessments, journal } = await roomsOn(await open())
    const { snapshotId, digest } = await assessments.takeSnapshot(manager)
    const other = { snapshotId, digest: '0'.repeat(64) }
    await expect(assessments.approveSnapshot(director, other)).rejects.toMatchObject({
      code: 'conflict',
      facts: { reason: 'another-content' },
    })
    const approved = await assessments.approveSnapshot(director, { snapshotId, digest })
    expect(approved).toMatchObject({ approvedBy: 'account-director', approvedOn: '2026-11-22' })
    await expect(assessments.approveSnapshot(director, { snapshotId, digest })).rejects.toMatchObject({
      code: 'conflict',
      facts: { reason: 'approved' },
    })
    const later = await assessments.takeSnapshot(manager)
    expect(later.approvedBy).toBeUndefined()
    const { entries } = await journal.entries({ facilityId: 'mihon' }, { subjectId: snapshotId })
    expect(entries.map(({ act, detail, blobs }) => [act, (detail as { digest: string }).digest, blobs])).toEqual([
      ['assessment.snapshot-approved', digest, 1],
      ['assessment.snapshot-taken', digest, 1],
    ])
  })

  it('a stored file that was changed is refused, and so are figures beside it that say something else', async () => {
    const storage = await open()
    const { assessments, directory } = await roomsOn(storage)
    const { snapshotId, digest } = await assessments.takeSnapshot(manager)
    const drop =
      storage.engine === 'sqlite' ? 'drop trigger snapshot_stands' : 'drop trigger snapshot_stands on snapshot'
    await open.tamper(storage, drop)
    await open.tamper(storage, `update snapshot set counts = replace(counts, '"not-met":', '"not-met":9')`)
    const corrupt = { code: 'corrupt' }
    await expect(assessments.readSnapshot(manager, snapshotId)).rejects.toMatchObject(corrupt)
    await open.tamper(storage, `update snapshot set counts = replace(counts, '"not-met":9', '"not-met":')`)
    expect((await assessments.readSnapshot(manager, snapshotId)).view.digest).toBe(digest)
    for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const path = join(file.parentPath, file.name)
      const bytes = readFileSync(path)
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
      writeFileSync(path, bytes)
    }
    await expect(assessments.readSnapshot(manager, snapshotId)).rejects.toMatchObject(corrupt)
    await expect(assessments.approveSnapshot(director, { snapshotId, digest })).rejects.toMatchObject(corrupt)
  })

  it('two snapshots are compared, and a requirement tells how it stood in each', async () => {
    const { assessments, registry, clock } = await roomsOn(await open())
    const before = await assessments.takeSnapshot(manager)
    clock.set('2026-12-01T00:00:00.000Z')
    const systems = (compliantFacility.systems ?? []).map((system) => ({
      ...system,
      passwordPolicy: { ...system.passwordPolicy, minLength: 7 },
    }))
    await registry.replaceFacility(manager, { ...compliantFacility, systems })
    const after = await assessments.takeSnapshot(manager)
    const ids = { before: before.snapshotId, after: after.snapshotId }
    const { requirements, totals, views } = await assessments.readComparison(manager, ids)
    expect(totals.C.worse).toBeGreaterThan(0)
    expect([views.before.number, views.after.number]).toEqual([1, 2])
    const worse = requirements.find(({ id }) => id === '6.5.C-14-4')
    expect(worse).toMatchObject({ change: 'worse', before: 'met', after: 'not-met' })
    const history = await assessments.readRequirementHistory(manager, '6.5.C-14-4')
    expect(history.map(({ number, state }) => [number, state])).toEqual([
      [2, 'not-met'],
      [1, 'met'],
    ])
  })

  it('another facility sees none of them', async () => {
    const { assessments } = await roomsOn(await open())
    const { snapshotId } = await assessments.takeSnapshot(manager)
    const stranger = callerAs('director', 'other')
    expect((await assessments.readSnapshots(stranger)).snapshots).toEqual([])
    await expect(assessments.readSnapshot(stranger, snapshotId)).rejects.toMatchObject({ code: 'not-found' })
  })
})
