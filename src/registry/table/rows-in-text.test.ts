import { expect, test } from 'vitest'
import { rowsInText } from './rows-in-text.ts'

test('what Excel puts on the clipboard: a line break inside quotes, and one at the end that begins no row', () => {
  expect(rowsInText('電子カルテ\t"1階\r\n受付"\r\n会計\t=cmd()\r\n', '\t')).toEqual([
    ['電子カルテ', '1階\n受付'],
    ['会計', '=cmd()'],
  ])
})

test('a quote within a cell, or one that is never closed, is a letter', () => {
  expect(rowsInText('5" の媒体\t"閉じない\n"あ"い\t""', '\t')).toEqual([
    ['5" の媒体', '"閉じない'],
    ['"あ"い', ''],
  ])
})

test('a doubled quote within quotes is one quote', () => {
  expect(rowsInText('"彼は""はい""と言う",b', ',')).toEqual([['彼は"はい"と言う', 'b']])
})

test('joined cells arrive as blanks, and a blank line is a row of one blank', () => {
  expect(rowsInText('a\t\t\n\nb\tc\td', '\t')).toEqual([['a', '', ''], [''], ['b', 'c', 'd']])
})

test('nothing at all has no rows; a mark of the byte order is no letter', () => {
  expect(rowsInText('', '\t')).toEqual([])
  expect(rowsInText('\uFEFF名前,場所\n', ',')).toEqual([['名前', '場所']])
})

test('five million quotes are read in one go', () => {
  expect(rowsInText('"'.repeat(5_000_001), '\t')).toHaveLength(1)
})
