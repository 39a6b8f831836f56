import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openDirectory } from '#registry'
import { openTasks } from '#task'
import { withFact } from '../assessment/testing/change.ts'
import { compliantFacility } from '../assessment/testing/compliant-facility.ts'
import { callerAs, roomsOn } from '../assessment/testing/rooms-on.ts'
import { eachEngine } from '../storage/testing.ts'
import { openLogReviews } from './open-log-reviews.ts'
import { recordReviewRequest } from './wire.ts'

const manager = callerAs('safety-manager')

eachEngine('6.5.C-7', (open) => {
  it('rests on the review that was recorded, with the day and who it was', async () => {
    const storage = await open()
    const late = withFact(compliantFacility, ['systems', 'emr', 'log', 'reviewedOn'], '2026-08-01')
    const { registry, journal, clock, assessments } = await roomsOn(storage, { facility: late })
    const tasks = openTasks({
      ...{ storage, journal, clock, newId: randomUUID },
      directory: openDirectory({ storage, registry }),
    })
    const reviews = openLogReviews({ storage, journal, registry, tasks, clock, newId: randomUUID })
    const look = async () => {
      const { requirements } = await assessments.loadAssessment(manager)
      return requirements.find(({ id }) => id === '6.5.C-7')
    }
    expect((await look())?.findings.map(({ code }) => code)).toContain('review-overdue')
    const [person] = late.persons ?? []
    await reviews.recordReview(
      manager,
      recordReviewRequest.parse({
        ...{ target: 'system', systemIds: ['emr'], fromOn: '2026-10-01', untilOn: '2026-10-31' },
        ...{ reviewedOn: '2026-11-20', reviewerId: person?.id, lookedAt: '時間外の参照', result: 'nothing-unusual' },
      }),
    )
    const judged = await look()
    expect(judged?.findings.map(({ code }) => code)).not.toContain('review-overdue')
    const evidence = judged?.evidence.filter(({ about }) => about?.id === 'emr' && about.field === 'log.reviewedOn')
    expect(evidence).toMatchObject([{ source: 'person', by: person?.name, takenOn: '2026-11-20', expired: false }])
    // A day that somebody writes by hand afterwards is theirs, and no longer the review's.
    const { items } = await registry.listItems(manager, 'system')
    const emr = items.find(({ id }) => id === 'emr')
    if (!emr) throw new Error('the facility has an electronic record')
    const { log, ...rest } = emr.item as { readonly log: object }
    const item = { ...rest, log: { ...log, reviewedOn: '2026-11-21' } }
    await registry.changeItem(manager, { kind: 'system', id: 'emr', version: emr.version, item })
    const [after] = (await look())?.evidence.filter(({ about }) => about?.field === 'log.reviewedOn') ?? []
    expect(after).toBeDefined()
    expect(after?.by).toBeUndefined()
  })
})
