import { expect, it } from 'vitest'
import type { AuditResult } from '../contract.ts'
import { chooseMode } from './choose.ts'

const full: AuditResult = {
  verifiedAt: '2026-11-01T00:00:00.000Z',
  entries: 100_000,
  findings: 0,
  mode: 'full',
  heads: [{ log: 'omamori/mihon-clinic/2026', size: 100_000, root: 'root' }],
}
const sampled: AuditResult = { ...full, mode: 'incremental', verifiedAt: '2026-11-20T00:00:00.000Z' }
const many = { entries: 100_000, now: '2026-11-23T00:00:00.000Z', fullEveryDays: 31 }
const nothing = { full: undefined, newest: undefined }

it('where nobody verified before, everything is looked at, whatever was asked', () => {
  expect(chooseMode('auto', nothing, many)).toEqual({ mode: 'full', because: 'first' })
  expect(chooseMode('incremental', nothing, many)).toEqual({ mode: 'full', because: 'first' })
})

it('a result of an older version says nothing that one could go on from', () => {
  const { heads: _, ...old } = full
  expect(chooseMode('incremental', { full: old, newest: old }, many)).toEqual({ mode: 'full', because: 'first' })
})

it('after an audit that found something, everything is looked at', () => {
  const broken = { ...full, findings: 1 }
  expect(chooseMode('auto', { full: broken, newest: broken }, many).because).toBe('last-found')
  expect(chooseMode('incremental', { full: broken, newest: sampled }, many).because).toBe('last-found')
  expect(chooseMode('incremental', { full, newest: { ...sampled, findings: 1 } }, many).because).toBe('last-found')
})

it('left to itself, it looks at what is new and a share of the rest, and once a month at everything', () => {
  expect(chooseMode('auto', { full, newest: sampled }, many)).toEqual({
    ...{ mode: 'incremental', because: 'due', since: sampled },
  })
  const later = { ...many, now: '2026-12-02T00:00:00.000Z' }
  expect(chooseMode('auto', { full, newest: sampled }, later)).toEqual({ mode: 'full', because: 'overdue' })
})

it('a clock that was set back makes a full one due, rather than never again', () => {
  const before = { ...many, now: '2026-09-01T00:00:00.000Z' }
  expect(chooseMode('auto', { full, newest: sampled }, before).because).toBe('overdue')
})

it('few entries are all looked at, unless a share was asked for', () => {
  const few = { ...many, entries: 300 }
  expect(chooseMode('auto', { full, newest: sampled }, few)).toEqual({ mode: 'full', because: 'few' })
  expect(chooseMode('incremental', { full, newest: sampled }, few).mode).toBe('incremental')
})
