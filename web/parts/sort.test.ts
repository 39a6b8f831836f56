import { expect, test } from 'vitest'
import { nextSort, sorted } from './sort.ts'

test('what is missing comes last in both directions', () => {
  const rows = [{ name: undefined }, { name: 'い' }, { name: 'あ' }]
  expect(sorted(rows, (row) => row.name, false, 'ja').map((row) => row.name)).toEqual(['あ', 'い', undefined])
  expect(sorted(rows, (row) => row.name, true, 'ja').map((row) => row.name)).toEqual(['い', 'あ', undefined])
})

test('numbers in text count as numbers', () => {
  expect(sorted(['端末10', '端末2'], (row) => row, false, 'ja')).toEqual(['端末2', '端末10'])
})

test('the third press gives back the order in which the list came', () => {
  expect(nextSort(undefined, 'name')).toEqual({ key: 'name', down: false })
  expect(nextSort({ key: 'name', down: false }, 'name')).toEqual({ key: 'name', down: true })
  expect(nextSort({ key: 'name', down: true }, 'name')).toBeUndefined()
})
