import { expect, test } from 'vitest'
import { csvCell, csvText } from './csv.ts'

test.each([
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@cmd', "'@cmd"],
  ['\t=1', "'\t=1"],
  ['a\nb', '"a\nb"'],
  ['平文', '平文'],
])('the cell %j is written as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

test('a list opens in Excel as what it is: UTF-8, a line for each row', () => {
  expect(
    csvText([
      ['名前', 'a,b'],
      ['見本 太郎', '=1'],
    ]),
  ).toBe('\ufeff名前,"a,b"\r\n見本 太郎,\'=1\r\n')
})
