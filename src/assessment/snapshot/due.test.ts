import { expect, test } from 'vitest'
import { dueAfter } from './due.ts'

test('without any snapshot one is due now', () => {
  expect(dueAfter(undefined, '2026-11-22')).toEqual({ overdue: true })
})

test('the next is due a year after the last, and overdue the day after that', () => {
  expect(dueAfter('2025-11-22', '2026-11-22')).toEqual({ on: '2026-11-22', overdue: false })
  expect(dueAfter('2025-11-22', '2026-11-23')).toEqual({ on: '2026-11-22', overdue: true })
})

test('a facility that decided on half a year has its next one due then', () => {
  expect(dueAfter('2026-04-01', '2026-10-01', 180)).toEqual({ on: '2026-09-28', overdue: true })
})
