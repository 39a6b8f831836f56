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

test('a review of the log asks for several acts, from one day to another and for what failed', () => {
  const address = { act: 'account.created,session', from: '2026-11-01', until: '2026-11-30', outcome: 'failed' }
  expect(filterOf(address)).toEqual({
    ...{ act: 'account.created,session.', outcome: 'failed' },
    ...{ from: '2026-10-31T15:00:00.000Z', until: '2026-11-30T15:00:00.000Z' },
  })
  expect(filterAddress(address, { until: undefined })).toBe(
    '/journal?act=account.created%2Csession&from=2026-11-01&outcome=failed',
  )
})

test('a thing is named by its kind and its id', () => {
  expect(filterOf({ about: 'registry-item/u-1' })).toEqual({ subjectKind: 'registry-item', subjectId: 'u-1' })
  expect(filterOf({ about: 'log/omamori/f-1/2026' })).toEqual({ subjectKind: 'log', subjectId: 'omamori/f-1/2026' })
  expect(filterOf({ about: 'u-1', outcome: 'lost' })).toEqual({})
})

test('a list can be sent to somebody: its address holds the filter and nothing else', () => {
  expect(filterAddress({ act: 'registry', other: 'x' }, { day: '2026-11-22' })).toBe(
    '/journal?act=registry&day=2026-11-22',
  )
  expect(filterAddress({ act: 'registry' }, { act: undefined })).toBe('/journal')
})
