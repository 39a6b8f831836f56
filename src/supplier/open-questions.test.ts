import { expect, it } from 'vitest'
import { addDays, dayOf } from '#shared'
import { eachEngine } from '../storage/testing.ts'
import { supplierRoomOn } from './testing.ts'

eachEngine('questions that wait for an answer', (open) => {
  it('whoever may not read them is refused', async () => {
    const { suppliers, caller } = await supplierRoomOn(await open())
    const staff = { ...caller, roles: ['staff'] } as const
    await expect(suppliers.readOpenQuestions(staff)).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('are counted by supplier since the day they were first asked; what was answered or closed waits no more', async () => {
    const { suppliers, caller, clock } = await supplierRoomOn(await open())
    expect(await suppliers.readOpenQuestions(caller)).toEqual([])
    const since = dayOf(clock.now())
    const dueOn = addDays(since, 14)
    const { sheetId: first } = await suppliers.issueSheet(caller, { supplierId: 's-01', dueOn })
    const { questions } = await suppliers.readSheet(caller, first)
    const about = { sheetId: first, number: 1, supplierId: 's-01', supplierName: '株式会社みほん保守', dueOn }
    expect(await suppliers.readOpenQuestions(caller)).toEqual([
      { ...about, since, open: questions.length, toRemind: false },
    ])
    const answers = questions.slice(0, 1).map(({ code }) => ({ code, verdict: 'not-known' as const }))
    const given = { answeredBy: '例題 一郎', answeredOn: since, shareable: false, answers }
    await suppliers.answerSheet(caller, first, given)
    clock.pass(20 * 86_400)
    expect(await suppliers.readOpenQuestions(caller)).toEqual([
      { ...about, since, open: questions.length - 1, due: 'over', toRemind: true },
    ])
    const { sheetId: second } = await suppliers.issueSheet(caller, { supplierId: 's-01', dueOn: addDays(since, 40) })
    expect(await suppliers.readOpenQuestions(caller)).toMatchObject([{ sheetId: second, since, number: 2 }])
    await suppliers.closeSheet(caller, second)
    expect(await suppliers.readOpenQuestions(caller)).toEqual([])
  })
})
