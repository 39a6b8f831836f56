import { expect, test } from 'vitest'
import { dueAfter } from './due.ts'

test('without any snapshot one is due now', () => {
  expect(dueAfter(undefined, '2026-11-22')).toEqual({ overdue: true })
})

test('the next is due a year after the last, and overdue the day after that', () => {
  expect(dueAfter('2025-11-22', '2026-11-22')).toEqual({ on: '2026-11-22', overdue: false })
  expect(dueAfter('2025-11-22', '2026-11-23')).toEqual({ on: '2026-11-22', overdue: true })
})
