import { expect, it } from 'vitest'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { loadReviews } from './read-reviews.ts'
import { logReviewRoomOn } from './testing.ts'
import { type RecordReviewRequest, recordReviewRequest } from './wire.ts'

const october = { fromOn: '2026-10-01', untilOn: '2026-10-31' }
const ofEmr: RecordReviewRequest = recordReviewRequest.parse({
  ...{ target: 'system', systemIds: ['emr'], ...october, reviewedOn: '2026-11-20', reviewerId: 'p-01' },
  ...{ lookedAt: '深夜と休日の参照、退職者の利用者番号', result: 'nothing-unusual' },
})
const ofJournal = recordReviewRequest.parse({
  ...{ target: 'journal', fromOn: '2026-11-01', untilOn: '2026-11-22', reviewedOn: '2026-11-22' },
  result: 'nothing-unusual',
})

eachEngine('reviews of logs', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { reviews, as, registry, lastEntry, actsSince } = await logReviewRoomOn(await open())
    const from = await lastEntry()
    const task = { title: '確かめる' }
    const refused = await Promise.all(
      [
        reviews.readReviews(as('staff')),
        reviews.readReviews(as('supplier')),
        reviews.lookThrough(as('operator'), october),
        reviews.recordReview(as('planning-manager'), ofEmr),
        reviews.recordReview(as('creation-manager'), ofEmr),
        // An operator does not read our journal, so it cannot have looked through it.
        reviews.recordReview(as('operator'), ofJournal),
        reviews.recordReview(as('auditor'), { ...ofEmr, result: 'findings', remarks: '深夜の参照', task }),
      ].map(async (act) => (await refusalOf(act)).code),
    )
    expect(new Set(refused)).toEqual(new Set(['not-permitted']))
    expect(await actsSince(from)).toEqual([])
    expect((await registry.listItems(as('safety-manager'), 'system')).items).toHaveLength(2)
  })

  it('one change keeps the row, its entry, the day in the registry and the task', async () => {
    const { reviews, as, systemOf, lastEntry, actsSince, tasks, journal, facilityId } = await logReviewRoomOn(
      await open(),
    )
    const from = await lastEntry()
    const manager = as('safety-manager')
    const task = { title: '深夜の参照を本人に確かめる', ownerId: 'p-01', dueOn: '2026-11-30' }
    const found = { ...ofEmr, result: 'findings' as const, remarks: '10月9日の深夜に、担当でない参照が3件', task }
    const reviewId = await reviews.recordReview(manager, found)
    expect(await actsSince(from)).toEqual(['task.opened', 'registry.changed', 'log.reviewed'])
    // The other facts of the system were not looked at: their day stays.
    expect(await systemOf('emr')).toMatchObject({ log: { recordsUser: true, reviewedOn: '2026-11-20' } })
    expect((await systemOf('emr'))?.confirmedOn).toBeUndefined()
    const { reviews: kept, due } = await reviews.readReviews(manager)
    expect(kept).toMatchObject([
      {
        ...{ reviewId, number: 1, target: 'system', systems: [{ id: 'emr', name: '電子カルテ' }], result: 'findings' },
        ...{ reviewer: { personId: 'p-01', name: '例題 一郎' }, writtenBy: '見本 太郎', lines: [] },
      },
    ])
    expect(due).toMatchObject([
      { target: 'journal', state: 'never' },
      { systemId: 'emr', lastOn: '2026-11-20', lastBy: '例題 一郎', coveredUntil: '2026-10-31', dueOn: '2026-12-21' },
      { systemId: 'vpn', state: 'never' },
    ])
    const [opened] = await tasks.listTasks(manager)
    expect(opened).toMatchObject({ ...task, taskId: kept[0]?.taskId, sources: [{ room: 'log-review', id: reviewId }] })
    // Ids, days and codes: what was found, and about whom, is not in the journal.
    const { entries } = await journal.entries({ facilityId }, { act: 'log.reviewed' })
    expect(entries[0]).toMatchObject({ subject: { kind: 'log-review', id: reviewId } })
    expect(JSON.stringify(entries[0]?.detail)).not.toMatch(/[ぁ-ん]/)
  })

  it('a review that cannot be kept whole is not kept at all', async () => {
    const room = await logReviewRoomOn(await open())
    const { reviews, as, lastEntry, actsSince, tasks } = room
    const source = { room: 'log-review', kind: 'review', id: 'r-1' }
    await tasks.openTask(as('safety-manager'), { title: '前からある', sources: [source] })
    const from = await lastEntry()
    const { openLogReviews } = await import('./open-log-reviews.ts')
    const again = openLogReviews({ ...room.ground, newId: () => 'r-1' })
    const found = { ...ofEmr, result: 'findings' as const, remarks: '参照', task: { title: '確かめる' } }
    expect((await refusalOf(again.recordReview(as('safety-manager'), found))).code).toBe('already-exists')
    expect(await actsSince(from)).toEqual([])
    expect((await reviews.readReviews(as('safety-manager'))).reviews).toEqual([])
  })

  it('a review of an older day does not move the registry back', async () => {
    const { reviews, as, systemOf } = await logReviewRoomOn(await open())
    const manager = as('safety-manager')
    await reviews.recordReview(manager, ofEmr)
    await reviews.recordReview(manager, { ...ofEmr, reviewedOn: '2026-11-05' })
    expect((await systemOf('emr'))?.log?.reviewedOn).toBe('2026-11-20')
  })

  it('a correction names the mistaken review, once, and puts the days of both systems right', async () => {
    const { reviews, as, systemOf } = await logReviewRoomOn(await open())
    const manager = as('safety-manager')
    const mistaken = await reviews.recordReview(manager, ofEmr)
    const right = { ...ofEmr, systemIds: ['vpn'], corrects: mistaken }
    const corrected = await reviews.recordReview(manager, right)
    expect((await systemOf('emr'))?.log?.reviewedOn).toBe('2026-09-01')
    expect((await systemOf('vpn'))?.log?.reviewedOn).toBe('2026-11-20')
    const [second, first] = (await reviews.readReviews(manager)).reviews
    expect(first).toMatchObject({ reviewId: mistaken, correctedBy: { reviewId: corrected, number: 2 } })
    expect(second).toMatchObject({ corrects: { reviewId: mistaken, number: 1 } })
    const again = await refusalOf(reviews.recordReview(manager, right))
    expect(again).toMatchObject({ code: 'conflict', facts: { reason: 'review-corrected', number: 2 } })
    expect((await refusalOf(reviews.recordReview(manager, { ...ofEmr, corrects: 'nowhere' }))).code).toBe('not-found')
  })

  it('a withdrawal takes the day away again, and leaves one that somebody wrote meanwhile', async () => {
    const { reviews, as, systemOf, registry, ground, facilityId } = await logReviewRoomOn(await open())
    const manager = as('safety-manager')
    const ofBoth = { ...ofEmr, systemIds: ['emr', 'vpn'] }
    const reviewId = await reviews.recordReview(manager, ofBoth)
    const { items } = await registry.listItems(manager, 'system')
    const emr = items.find(({ id }) => id === 'emr')
    if (!emr) throw new Error('the clinic has an electronic record')
    const item = { ...emr.item, log: { reviewedOn: '2026-11-21' } }
    await registry.changeItem(manager, { kind: 'system', id: 'emr', version: emr.version, item })
    await reviews.recordReview(manager, {
      ...ofJournal,
      ...{ corrects: reviewId, result: 'withdrawn', remarks: '確かめていなかった' },
    })
    expect((await systemOf('emr'))?.log?.reviewedOn).toBe('2026-11-21')
    expect((await systemOf('vpn'))?.log).toBeUndefined()
    // It is of the logs and days of the other, whatever was sent with it.
    expect((await reviews.readReviews(manager)).reviews[0]).toMatchObject({ target: 'system', ...october })
    expect(await loadReviews(ground, { facilityId })).toEqual([])
  })

  it('what was written is never changed and never deleted, not even past our own code', async () => {
    const storage = await open()
    const { reviews, as, facilityId } = await logReviewRoomOn(storage)
    await reviews.recordReview(as('safety-manager'), ofEmr)
    const changed = storage.write({ facilityId }, (change) =>
      change.db.updateTable('log_review').set({ remarks: '何もなかった' }).execute(),
    )
    await expect(changed).rejects.toThrow(/append-only|permission denied/)
    const deleted = storage.write({ facilityId }, (change) => change.db.deleteFrom('log_review').execute())
    await expect(deleted).rejects.toThrow(/append-only|permission denied/)
  })

  it('another facility sees nothing of it', async () => {
    const room = await logReviewRoomOn(await open())
    const { firstRun } = await import('../access/testing.ts')
    await room.reviews.recordReview(room.as('safety-manager'), ofEmr)
    const other = await firstRun(room)
    const { reviews, due } = await room.reviews.readReviews({ ...other.administrator, roles: ['director'] })
    expect({ reviews, due }).toEqual({ reviews: [], due: [{ target: 'journal', state: 'no-interval' }] })
  })

  it('our own journal: each line has the number of entries that its filter shows, and the review keeps the numbers', async () => {
    const { reviews, as, access, journal, registry, facilityId } = await logReviewRoomOn(await open())
    const director = as('director')
    await access.noteRefusal(as('staff'), 'registry.read')
    await access.noteRefusal(as('staff'), 'journal.read')
    await registry.exportFacility(director)
    const period = { fromOn: '2026-11-01', untilOn: '2026-11-22' }
    const { lines } = await reviews.lookThrough(director, period)
    const { filterOf } = await import('./look-through.ts')
    for (const { code, count, filter } of lines) {
      const { entries, next } = await journal.entries({ facilityId }, filterOf(filter), { limit: 200 })
      expect([code, count, next]).toEqual([code, entries.length, undefined])
    }
    const counts = Object.fromEntries(lines.map(({ code, count }) => [code, count]))
    expect(counts).toMatchObject({ refused: 2, 'new-accounts': 1, exported: 1, 'sign-in-failed': 0 })
    await reviews.recordReview(director, ofJournal)
    const [kept] = (await reviews.readReviews(director)).reviews
    expect(kept?.lines).toEqual(lines.map(({ code, count }) => ({ code, count })))
    expect(kept?.reviewer).toEqual({ name: '見本 太郎' })
    expect(await reviews.readOwnDue(director)).toMatchObject({ state: 'in-time', dueOn: '2026-12-23' })
  })
})
