import { expect, test } from 'vitest'
import { moved } from './move.ts'

const size = { rows: 3, columns: 4 }

test('arrows stop at the edges; Home and End go along the row', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 0 })
  expect(moved({ row: 1, column: 1 }, 'ArrowDown', false, size)).toEqual({ row: 2, column: 1 })
  expect(moved({ row: 1, column: 1 }, 'PageDown', false, size)).toEqual({ row: 2, column: 1 })
  expect(moved({ row: 1, column: 1 }, 'End', false, size)).toEqual({ row: 1, column: 3 })
})

test('Tab goes along the row and leaves the table at its end, so that nobody is caught in it', () => {
  expect(moved({ row: 1, column: 2 }, 'Tab', false, size)).toEqual({ row: 1, column: 3 })
  expect(moved({ row: 1, column: 3 }, 'Tab', false, size)).toBeUndefined()
  expect(moved({ row: 1, column: 0 }, 'Tab', true, size)).toBeUndefined()
})

test('letters move nowhere', () => {
  expect(moved({ row: 1, column: 1 }, 'a', false, size)).toBeUndefined()
})
