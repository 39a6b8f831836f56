import { expect, it } from 'vitest'
import { alarmOf, type Situation } from './alarm.ts'
import type { WitnessView } from './wire.ts'

const witness: WitnessView = {
  witnessId: 'w',
  label: '例題市医師会',
  keys: [],
  addedAt: '2026-11-20T00:00:00.000Z',
  answer: 'cosigned',
}
const quiet: Situation = {
  witnesses: [witness],
  evidence: [],
  warnAfterHours: 24,
  isBehind: true,
  witnessedAt: '2026-11-21T01:00:00.000Z',
  now: '2026-11-22T00:59:59.000Z',
}
const found = { evidenceId: 'e', origin: 'o', label: 'となり', kind: 'two-roots' } as const

it('warns when entries wait for a witness longer than the facility decided, and not a moment before', () => {
  expect(alarmOf(quiet)).toBeUndefined()
  expect(alarmOf({ ...quiet, now: '2026-11-22T01:00:00.000Z' })).toEqual({ code: 'waiting', hours: 24 })
  expect(alarmOf({ ...quiet, warnAfterHours: 12 })).toEqual({ code: 'waiting', hours: 23 })
})

it('counts from the day the first witness was named while there was no cosignature yet', () => {
  expect(alarmOf({ ...quiet, witnessedAt: undefined })).toEqual({ code: 'waiting', hours: 48 })
})

it('warns nobody who named no witness, nor where everything is witnessed', () => {
  expect(alarmOf({ ...quiet, witnesses: [], warnAfterHours: 1 })).toBeUndefined()
  expect(alarmOf({ ...quiet, isBehind: false, warnAfterHours: 1 })).toBeUndefined()
})

it('a contradiction comes first, then evidence against others, for thirty days', () => {
  const evidence = [{ ...found, foundAt: '2026-11-01T00:00:00.000Z' }]
  const against = { ...witness, answer: 'fork' as const }
  expect(alarmOf({ ...quiet, evidence, witnesses: [witness, against] })).toMatchObject({ code: 'contradicted' })
  expect(alarmOf({ ...quiet, evidence })).toEqual({ code: 'split-view', label: 'となり', kind: 'two-roots' })
  expect(alarmOf({ ...quiet, evidence: [{ ...found, foundAt: '2026-10-01T00:00:00.000Z' }] })).toBeUndefined()
})
