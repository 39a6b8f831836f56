import { expect, test } from 'vitest'
import { changesIn, itemIn, othersIn } from './particulars.ts'
import type { Entry } from './queries.ts'

const entry = (act: string, subject: string, detail: unknown): Entry => ({
  log: 'omamori/f/2026',
  index: 7,
  id: 'e-7',
  at: '2026-11-22T01:32:00.000Z',
  act,
  actor: { kind: 'account', id: 'a-1' },
  subject: { kind: subject, id: 'u-1' },
  detail,
  detailState: 'opened',
  blobs: 0,
  sentence: '台帳を書き換えた',
})

test('a changed item is named, with each fact before and after', () => {
  const changed = entry('registry.changed', 'registry-item', {
    kind: 'system',
    itemId: 'emr',
    before: { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 13, history: 3 } },
    after: { id: 'emr', name: '電子カルテ', passwordPolicy: { minLength: 8 } },
  })
  expect(itemIn(changed)).toEqual({ kind: 'system', id: 'emr', name: '電子カルテ', gone: false })
  expect(changesIn(changed)).toEqual([
    { path: 'passwordPolicy.minLength', before: 13, after: 8 },
    { path: 'passwordPolicy.history', before: 3, after: undefined },
  ])
  expect(othersIn(changed)).toEqual([])
})

test('a removed item keeps its name and cannot be opened any more', () => {
  const detail = { kind: 'risk', itemId: 'risk-07', before: { id: 'risk-07', name: '持ち去り', level: 'middle' } }
  const removed = entry('registry.removed', 'registry-item', detail)
  expect(itemIn(removed)).toMatchObject({ name: '持ち去り', gone: true })
  expect(changesIn(removed).map(({ path }) => path)).toEqual(['name', 'level'])
})

test('what an entry tells beyond that is not lost', () => {
  const imported = entry('registry.imported', 'facility', { asOf: '2026-11-22', added: 2 })
  expect(itemIn(imported)).toBeUndefined()
  expect(othersIn(imported)).toEqual([
    ['asOf', '2026-11-22'],
    ['added', 2],
  ])
  expect(othersIn(entry('session.signed-out', 'session', undefined))).toEqual([])
})
