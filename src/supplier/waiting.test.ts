import { expect, it } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import { clinic, type SupplierRoom, supplierRoomOn } from './testing.ts'
import { dueOn, given, issued } from './testing-sheets.ts'

const tasksOf = async ({ tasks, caller }: SupplierRoom) =>
  (await tasks.listTasks(caller)).map(({ title, state, dueOn, supplierId, ownerId }) => ({
    ...{ title, state, dueOn, supplierId, ownerId },
  }))

const withDirector = { ...clinic, persons: [{ id: 'p-01', name: '見本 院長', posts: ['director'] }] } as typeof clinic

eachEngine('whoever asks a supplier waits for the answer', (open) => {
  it('with a task of theirs, due on the day of the sheet, until every question is answered', async () => {
    const room = await supplierRoomOn(await open(), withDirector)
    const { suppliers, caller } = room
    const { sheetId, sheet } = await issued(room)
    const task = {
      dueOn,
      supplierId: 's-01',
      ownerId: 'p-01',
      title: '株式会社みほん保守から、質問票 第1号の回答を受け取る',
    }
    expect(await tasksOf(room)).toEqual([{ ...task, state: 'open' }])
    const [first, ...others] = sheet.questions.map(({ code }) => ({ code, verdict: 'not-known' }) as const)
    if (!first || others.length === 0) throw new Error('the sheet asks several things')
    await suppliers.answerSheet(caller, sheetId, { ...given, answers: [first] })
    expect(await tasksOf(room)).toEqual([{ ...task, state: 'open' }])
    await suppliers.answerSheet(caller, sheetId, { ...given, answers: others })
    expect(await tasksOf(room)).toEqual([{ ...task, state: 'done' }])
    // The same paper once more moves nothing.
    await suppliers.answerSheet(caller, sheetId, { ...given, answers: others })
    expect(await tasksOf(room)).toEqual([{ ...task, state: 'done' }])
  })

  it('and the supplier’s own answers end it, though a link may touch no task; also those it lets others use', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, access } = room
    const { sheet } = await issued(room)
    const { token } = await suppliers.issueLink(caller, 's-01')
    const { caller: guest } = await access.authenticate((await suppliers.openLink(token)).cookie)
    for (const { code } of sheet.questions) {
      expect((await tasksOf(room)).map(({ state }) => state)).toEqual(['open'])
      await suppliers.answerOwn(guest, code, { answeredBy: '例題 一郎', shareable: true, verdict: 'not-known' })
    }
    expect((await tasksOf(room)).map(({ state }) => state)).toEqual(['done'])
  })

  it('a new sheet takes the place of the old one, and closing it ends the waiting; what a person ended stays so', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, tasks, caller, clock } = room
    const next = () => {
      clock.pass(1)
      return issued(room)
    }
    await next()
    const second = await next()
    expect((await tasksOf(room)).map(({ title, state }) => [title.match(/\d/)?.[0], state])).toEqual([
      ['1', 'dropped'],
      ['2', 'open'],
    ])
    await suppliers.closeSheet(caller, second.sheetId)
    expect((await tasksOf(room)).map(({ state }) => state)).toEqual(['dropped', 'dropped'])
    await next()
    const third = (await tasks.listTasks(caller)).find(({ state }) => state === 'open')
    await tasks.moveTask(caller, third?.taskId ?? '', { state: 'dropped', words: '電話で済ませた', version: 1 })
    await next()
    expect((await tasksOf(room)).map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped', 'open'])
  })
})
