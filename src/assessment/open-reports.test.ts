import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDirectory } from '#registry'
import type { Storage } from '#storage'
import { openTasks } from '#task'
import { eachEngine } from '../storage/testing.ts'
import { readOpenQuestions } from '../supplier/open-questions.ts'
import { openReports } from './open-reports.ts'
import { compliantFacility } from './testing/compliant-facility.ts'
import { callerAs, roomsOn } from './testing/rooms-on.ts'

const director = callerAs('director')
const manager = callerAs('safety-manager')

async function on(storage: Storage) {
  const rooms = await roomsOn(storage)
  const { ground, registry, journal, clock } = rooms
  const directory = openDirectory({ storage, registry })
  const tasks = openTasks({ storage, journal, directory, clock, newId: randomUUID })
  const suppliers = {
    ...ground.suppliers,
    readOpenQuestions: (caller: typeof director) => readOpenQuestions({ storage, clock }, caller),
  }
  return {
    ...rooms,
    tasks,
    directory,
    blobDirectory: rooms.directory,
    reports: openReports({ ...ground, tasks, directory, suppliers }),
  }
}

eachEngine('the pages for one reader', (open) => {
  it('whoever may not is refused: the page of the director, and the sheets of others', async () => {
    const { reports, registry, directory } = await on(await open())
    const { persons = [] } = await registry.loadFacility(director)
    const own = await directory.standsFor(callerAs('operator'))
    const other = persons.find(({ id }) => !own.includes(id))
    for (const refused of [
      () => reports.readDirectorPage(callerAs('staff'), 'ja'),
      () => reports.readDirectorPage(callerAs('administrator'), 'ja'),
      () => reports.readCharges(callerAs('supplier'), {}, 'ja'),
      () => reports.readCharges(callerAs('operator'), { whose: 'all' }, 'ja'),
      () => reports.readCharges(callerAs('auditor'), { personId: other?.id }, 'ja'),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(reports.readCharges(director, { personId: 'nobody' }, 'ja')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it("the director's page is gathered from what was kept, and says that a snapshot is not what it was", async () => {
    const { reports, assessments, tasks, registry, clock, blobDirectory: directory } = await on(await open())
    const first = await assessments.takeSnapshot(manager)
    const judged = await assessments.loadAssessment(director)
    const asked = { title: 'ルーターを取り替える', cost: 330_000, dueOn: '2026-11-01' }
    const taskId = await tasks.openTask(director, asked)
    const before = await reports.readDirectorPage(director, 'ja')
    expect(before).toMatchObject({ counts: judged.counts, trend: { code: 'too-few' }, questions: [] })
    expect(before.decide).toMatchObject({ tasks: 1, cost: 330_000, snapshot: { snapshotId: first.snapshotId } })
    expect(before.overdue).toMatchObject([{ taskId, daysLate: 21 }])

    clock.set('2026-11-25T01:00:00.000Z')
    const [system, ...systems] = compliantFacility.systems ?? []
    if (!system) throw new Error('the facility has a system')
    const weak = { ...system, passwordPolicy: { ...system.passwordPolicy, minLength: 4 } }
    await registry.replaceFacility(manager, { ...compliantFacility, systems: [weak, ...systems] })
    const second = await assessments.takeSnapshot(manager)
    await assessments.approveSnapshot(director, { snapshotId: second.snapshotId, digest: second.digest })
    const after = await reports.readDirectorPage(callerAs('auditor'), 'ja')
    if (after.trend.code !== 'compared') throw new Error('there are two snapshots')
    expect(after.trend.worse.length).toBeGreaterThan(0)
    expect(after.decide.snapshot).toBeUndefined()

    for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const path = join(file.parentPath, file.name)
      writeFileSync(
        path,
        readFileSync(path).map((byte, at, all) => (at === all.length - 1 ? byte ^ 1 : byte)),
      )
    }
    expect((await reports.readDirectorPage(director, 'ja')).trend).toEqual({ code: 'corrupt' })
  })

  it('everybody gets their own sheet; the safety manager gets those of all', async () => {
    const { reports, registry, directory, tasks } = await on(await open())
    const { persons = [] } = await registry.loadFacility(director)
    const all = await reports.readCharges(manager, { whose: 'all' }, 'ja')
    expect(all.may).toEqual({ all: true })
    const mine = await reports.readCharges(callerAs('operator'), {}, 'ja')
    expect(mine.charges.map(({ person }) => person.id)).toEqual(await directory.standsFor(callerAs('operator')))
    expect([mine.may, mine.assessed]).toEqual([{ all: false }, true])
    const desk = { id: 'p-desk', name: '窓口 見本子', posts: ['complaints-desk' as const] }
    await registry.replaceFacility(manager, { ...compliantFacility, persons: [...persons, desk] })
    await tasks.openTask(manager, { title: '貼り紙を替える', ownerId: 'p-desk' })
    const own = await reports.readCharges(callerAs('complaints-desk'), {}, 'ja')
    expect(own).toMatchObject({
      assessed: false,
      charges: [{ person: { id: 'p-desk' }, things: [], unknown: [], tasks: [{ title: '貼り紙を替える' }] }],
    })
  })
})
