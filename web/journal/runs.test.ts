import { expect, test } from 'vitest'
import type { Entry } from './queries.ts'
import { runsOf } from './runs.ts'

const entry = (index: number, act: string, more: Partial<Entry> = {}): Entry => ({
  log: 'omamori/f/2026',
  index,
  id: `e-${index}`,
  at: '2026-11-22T01:32:00.000Z',
  act,
  actor: { kind: 'account', id: 'a-1' },
  subject: { kind: 'registry-item', id: 'u-1' },
  detailState: 'none',
  blobs: 0,
  sentence: act,
  ...more,
})

const folded = (entries: readonly Entry[]) => runsOf(entries).map((run) => run.entries.map(({ index }) => index))

test('what one person did to one thing again and again is one line, and every entry stays in it', () => {
  const emr = { detail: { kind: 'system', itemId: 'emr', after: {} } }
  const pacs = { detail: { kind: 'system', itemId: 'pacs', after: {} } }
  const entries = [
    entry(5, 'registry.changed', emr),
    entry(4, 'registry.changed', emr),
    entry(3, 'registry.changed', pacs),
    entry(2, 'registry.changed', emr),
  ]
  expect(folded(entries)).toEqual([[5, 4], [3], [2]])
})

test('another person, another outcome and another day begin a line of their own', () => {
  const entries = [
    entry(5, 'session.signed-in', { actor: { kind: 'account', id: 'a-2' } }),
    entry(4, 'session.signed-in'),
    entry(3, 'session.signed-in', { outcome: 'failed' }),
    entry(2, 'session.signed-in', { at: '2026-11-22T15:00:00.000Z' }),
    entry(1, 'session.signed-in', { at: '2026-11-22T14:59:59.000Z' }),
  ]
  expect(folded(entries)).toEqual([[5], [4], [3], [2], [1]])
  expect(folded([])).toEqual([])
})
