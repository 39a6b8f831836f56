import { expect, test } from 'vitest'
import { comparable, matches } from './search-text.ts'

test('width, case, hyphens and the kind of kana do not matter when searching', () => {
  expect(comparable('ﾌｫﾙﾃｨ')).toBe(comparable('ふぉるてぃ'))
  expect(comparable('０９８－０００－０００１')).toBe(comparable('0980000001'))
  expect(comparable('サーバー')).toBe(comparable('サーバ'))
})

test('every word that was typed has to occur, in any of the texts', () => {
  expect(matches('電子 サーバ', '電子カルテ', 'サーバー室')).toBe(true)
  expect(matches('電子 画像', '電子カルテ')).toBe(false)
  expect(matches('', 'なんでも')).toBe(true)
})
