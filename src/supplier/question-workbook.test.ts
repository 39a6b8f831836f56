import { expect, it } from 'vitest'
import { writeSheets } from '#registry'
import { bomb } from '../registry/workbook/testing-workbooks.ts'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { type SupplierRoom, supplierRoomOn } from './testing.ts'
import { actsOf, issued, saidOf, TODAY } from './testing-sheets.ts'
import { writeQuestionWorkbook } from './workbook/write-questions.ts'

/** The workbook of a sheet with other words in some of its cells: `{ 質問: { E5: 'はい' } }`. */
async function filledIn(
  room: SupplierRoom,
  sheetId: string,
  answers: Readonly<Record<string, string>>,
  front: Readonly<Record<string, string>> = {},
  change: (rows: (string | undefined)[][]) => void = () => {},
) {
  const view = await room.suppliers.readSheet(room.caller, sheetId)
  const rows: (string | undefined)[][] = [
    ['質問'],
    [],
    ['code', 'thing', 'question', 'takes', 'answer', 'note'],
    ['番号', '対象', '質問', '答え方', '答え', '補足'],
    ...view.questions.map(({ code, field }) => [code, '', '', '', answers[field], undefined]),
  ]
  change(rows)
  const facts = { format: 'omamori-question-sheet@1', sheetId, number: String(view.number), ...front }
  const about = [
    [],
    [],
    ['fact', undefined, 'value'],
    [],
    ...Object.entries(facts).map(([key, fact]) => [key, '', fact]),
  ]
  const look = { head: '', columns: [], pullDowns: [] }
  return writeSheets(
    [
      { ...look, name: 'はじめに', rows: about },
      { ...look, name: '質問', rows },
    ],
    room.clock.now(),
  )
}

eachEngine('the Excel file of a question sheet', (open) => {
  it('goes out, comes back filled in, and is recognised when it comes twice', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, clock } = room
    const { sheetId } = await issued(room)
    const untouched = await writeQuestionWorkbook(await suppliers.readSheet(caller, sheetId), clock.now())
    const blank = await refusalOf(suppliers.answerByWorkbook(caller, sheetId, untouched))
    expect(saidOf(blank)).toContain('「はじめに」の表 C8: 答えた方のお名前がありません。')
    const front = { answeredBy: 'ﾚｲﾀﾞｲ ｲﾁﾛｳ', answeredOn: 'Ｒ８．１１．２２', shareable: 'いいえ' }
    const answers = {
      'maintenance.operationsLogged': ' はい ',
      'passwordPolicy.history': '３',
      'maintenance.accessCountedByPatient': '分からない',
      'passwordPolicy.storage': '元に戻せない形',
    }
    const change = (rows: (string | undefined)[][]) => {
      for (const row of rows.slice(4)) {
        row[0] = [...(row[0] ?? '')].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
      }
    }
    const workbook = await filledIn(room, sheetId, answers, front, change)
    expect(await suppliers.answerByWorkbook(caller, sheetId, workbook)).toMatchObject({ kept: 4, same: 0 })
    const before = await actsOf(room)
    expect(await suppliers.answerByWorkbook(caller, sheetId, workbook)).toMatchObject({ kept: 0, same: 4 })
    expect(await actsOf(room)).toEqual(before)
    const { questions } = await suppliers.readSheet(caller, sheetId)
    expect(questions.find(({ field }) => field === 'passwordPolicy.history')?.answer).toMatchObject({
      ...{ value: 3, by: 'レイダイ イチロウ', answeredOn: TODAY, way: 'workbook' },
    })
  })

  it('is refused with the cell when it holds formulas, wrong codes or wrong days, and nothing of it is kept', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId } = await issued(room)
    const spoil = (rows: (string | undefined)[][]) => {
      const [, , , , first, second] = rows
      if (first) first[0] = 'AAAAB'
      if (second) second[4] = "=cmd|' /C calc'!A0"
    }
    const front = { answeredBy: '例題 一郎', answeredOn: 'あした' }
    const workbook = await filledIn(room, sheetId, { 'passwordPolicy.storage': 'はい' }, front, spoil)
    const refusal = await refusalOf(suppliers.answerByWorkbook(caller, sheetId, workbook))
    expect(saidOf(refusal).some((said) => said.startsWith('「はじめに」の表 C9: '))).toBe(true)
    const right = await filledIn(
      room,
      sheetId,
      { 'passwordPolicy.storage': 'はい' },
      { answeredBy: '例題 一郎' },
      spoil,
    )
    const said = saidOf(await refusalOf(suppliers.answerByWorkbook(caller, sheetId, right)))
    expect(said.join('\n')).toContain('「質問」の表 E6')
    expect((await suppliers.readSheet(caller, sheetId)).answered).toBe(0)
  })

  it('is refused before it is unpacked when it is a bomb, and for what it is when it is another file', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller } = room
    const { sheetId } = await issued(room)
    const other = await issued(room, 's-02')
    const codesOf = async (bytes: Uint8Array) =>
      ((await refusalOf(suppliers.answerByWorkbook(caller, sheetId, bytes))).facts.issues as { code: string }[]).map(
        ({ code }) => code,
      )
    expect(await codesOf(await bomb(40_000_000))).toEqual(['unpacks-too-large'])
    expect(await codesOf(new TextEncoder().encode('%PDF-1.7'))).toEqual(['not-a-workbook'])
    const answers = { 'passwordPolicy.minLength': '13' }
    const front = { answeredBy: '例題 一郎' }
    const theirs = await filledIn(room, other.sheetId, answers, front)
    expect(await codesOf(theirs)).toEqual(['another-sheet'])
  })
})
