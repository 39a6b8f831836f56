import { expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

// 「名前,場所」 and 「㈱髙ｶﾅ」 as Excel saves them in Japan.
const header = [0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x8f, 0xea, 0x8f, 0x8a, 0x0d, 0x0a]
const company = [0x87, 0x8a, 0xfb, 0xfc, 0xb6, 0xc5]

test('a CSV that Excel saved in Japan is read with the letters of its own', () => {
  expect(csvText(Uint8Array.from([...header, ...company]))).toEqual({ text: '名前,場所\r\n㈱髙ｶﾅ' })
})

test('UTF-8 is UTF-8, with or without its mark', () => {
  expect(csvText(Buffer.from('\uFEFF名前,ｶﾅ'))).toEqual({ text: '名前,ｶﾅ' })
  expect(csvText(Buffer.from('名前,ｶﾅ'))).toEqual({ text: '名前,ｶﾅ' })
})

test('bytes that are no letters are named by their row', () => {
  const broken = Uint8Array.from([...header, ...company, 0x0a, 0x41, 0x87, 0x0a, 0x42])
  expect(csvText(broken)).toEqual({ issue: { path: '', code: 'bad-letters', cell: { row: 3 } } })
})

test('UTF-16 and what is no text at all are refused for what they are', () => {
  expect(csvText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toEqual({ issue: { path: '', code: 'utf-16' } })
  expect(csvText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00]))).toEqual({ issue: { path: '', code: 'not-utf-8' } })
})
