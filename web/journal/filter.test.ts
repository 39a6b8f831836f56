import { expect, test } from 'vitest'
import { filterAddress, filterOf } from './filter.ts'

test('a day of the journal is a day in Japan, from midnight to midnight', () => {
  expect(filterOf({ day: '2026-11-22' })).toEqual({
    from: '2026-11-21T15:00:00.000Z',
    until: '2026-11-22T15:00:00.000Z',
  })
  expect(filterOf({ day: '2026-02-30' })).toEqual({})
})

test('a noun stands for all acts that begin with it', () => {
  expect(filterOf({ act: 'session', person: 'a-1' })).toEqual({ act: 'session.', actorId: 'a-1' })
})

test('a list can be sent to somebody: its address holds the filter and nothing else', () => {
  expect(filterAddress({ act: 'registry', other: 'x' }, { day: '2026-11-22' })).toBe(
    '/journal?act=registry&day=2026-11-22',
  )
  expect(filterAddress({ act: 'registry' }, { act: undefined })).toBe('/journal')
})
