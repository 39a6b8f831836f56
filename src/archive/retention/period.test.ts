import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day, isDay } from '#shared'
import { archiveKind } from '../kind/read-kinds.ts'
import { type Duty, dutiesOf, type Kept, type LocalRule } from './duty.ts'
import { periodOf } from './period.ts'
import { periodLine, whyLines } from './period-words.ts'
import { yearsAfter } from './years-after.ts'

const kindOf = (name: string) => {
  const kind = archiveKind(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return kind
}
const kept = (name: string, change: Partial<Kept> = {}): Kept => ({
  ...{ kind: kindOf(name), standing: 'original', facilityType: 'clinic', rules: [] },
  ...change,
})
const rule = (target: LocalRule['target'], years: number, startsWith: LocalRule['startsWith'] = 'stored') => ({
  ...{ target, years, startsWith },
  ...{ source: '例題規程 第3条', checkedOn: '2026-11-20' },
})

it('a document whose start nobody knows is never destroyed, however old it is', () => {
  expect(periodOf(dutiesOf(kept('medical-record')), { stored: '1950-01-01' }, '2026-11-23')).toMatchObject({
    state: 'open',
    reasons: [{ code: 'start-unknown', duty: { id: 'medical-practitioners' }, startsWith: 'completion' }],
  })
})

it('the last day is the same day of the month after the years, and only the day after is beyond it', () => {
  const duties = dutiesOf(kept('medical-record'))
  const starts = { completion: '2021-03-31' }
  expect(periodOf(duties, starts, '2026-03-31')).toMatchObject({ state: 'running', last: { endsOn: '2026-03-31' } })
  expect(periodOf(duties, starts, '2026-04-01')).toMatchObject({ state: 'ended', last: { endsOn: '2026-03-31' } })
})

it('years that began on 29 February end on the last day of February', () => {
  expect([yearsAfter('2020-02-29', 5), yearsAfter('2020-02-29', 4), yearsAfter('1996-02-29', 104)]).toEqual([
    '2025-02-28',
    '2024-02-29',
    '2100-02-28',
  ])
})

it('a hospital also keeps what the law of hospitals asks, whose start the table does not know', () => {
  const starts = { completion: '2000-01-01' }
  expect(periodOf(dutiesOf(kept('test-result')), starts, '2026-11-23').state).toBe('ended')
  const hospital = dutiesOf(kept('test-result', { facilityType: 'hospital' }))
  expect(periodOf(hospital, starts, '2026-11-23')).toMatchObject({
    state: 'open',
    reasons: [{ code: 'start-unstated', duty: { id: 'medical-care-hospital' } }],
  })
})

it('where the type of the facility is unknown, every law counts', () => {
  const ids = (facilityType: string | undefined) => dutiesOf(kept('prescription', { facilityType })).map(({ id }) => id)
  expect(ids(undefined)).toEqual(['medical-care-hospital', 'insurance-records', 'pharmacists-prescription'])
  expect(ids('pharmacy')).toEqual(['pharmacists-prescription'])
})

it('a row that the facility corrected, with its source, counts instead; the newest correction wins', () => {
  const rules = [2, 4].map((years) => rule({ about: 'law', id: 'medical-care-hospital' }, years, 'completion'))
  const duties = dutiesOf(kept('test-result', { facilityType: 'hospital', rules }))
  expect(periodOf(duties, { completion: '2020-01-01' }, '2026-11-23')).toMatchObject({
    state: 'ended',
    last: { endsOn: '2024-01-01', duty: { from: 'corrected', conf: 'local' } },
  })
})

it('what no law speaks of is kept until the facility has a rule', () => {
  expect(periodOf(dutiesOf(kept('consent')), {}, '2026-11-23')).toMatchObject({ reasons: [{ code: 'no-rule' }] })
  const rules = [rule({ about: 'kind', id: 'consent' }, 10)]
  const period = periodOf(dutiesOf(kept('consent', { rules })), { stored: '2020-06-01' }, '2026-11-23')
  expect(period).toMatchObject({ state: 'running', last: { endsOn: '2030-06-01', duty: { from: 'kind' } } })
})

it("a facility's rule makes the keeping longer than the law, never shorter", () => {
  const periodWith = (years: number) => {
    const rules = [rule({ about: 'kind', id: 'medical-record' }, years, 'completion')]
    return periodOf(dutiesOf(kept('medical-record', { rules })), { completion: '2020-01-01' }, '2026-11-23')
  }
  expect(periodWith(20)).toMatchObject({ state: 'running', last: { endsOn: '2040-01-01' } })
  expect(periodWith(1)).toMatchObject({ state: 'ended', last: { endsOn: '2025-01-01', duty: { from: 'law' } } })
})

it('a copy carries no duty of a law; the rule for copies decides, and nothing without it', () => {
  const copy = kept('medical-record', { standing: 'copy' })
  expect(periodOf(dutiesOf(copy), { completion: '2000-01-01' }, '2026-11-23').state).toBe('open')
  const rules = [rule({ about: 'standing', id: 'copy' }, 1)]
  expect(periodOf(dutiesOf({ ...copy, rules }), { stored: '2025-01-01' }, '2026-11-23').state).toBe('ended')
  const emergency = dutiesOf({ ...copy, rules, standing: 'emergency' })
  expect(periodOf(emergency, { stored: '2025-01-01' }, '2026-11-23').state).toBe('open')
})

it('the end, what it rests on and what is not known are said', () => {
  const ended = periodOf(dutiesOf(kept('test-result')), { completion: '2020-03-31' }, '2026-11-23')
  expect([periodLine(ended, 'ja'), ...whyLines(ended, 'ja')]).toEqual([
    '保存期間は令和5年3月31日に終わりました。',
    '令和5年3月31日まで（診療が完結した日 令和2年3月31日 から3年）  療担規則9条［条文は未確認］',
  ])
  const open = periodOf(dutiesOf(kept('test-result', { facilityType: 'hospital' })), {}, '2026-11-23')
  expect([periodLine(open, 'ja'), ...whyLines(open, 'ja')]).toEqual([
    '保存期間の終わりが決められません。廃棄できません。',
    '起算日の定めを確かめていない  医療法21条・22条と施行規則（病院）',
    '診療が完結した日が分からない  療担規則9条',
  ])
  expect(whyLines(periodOf([], {}, '2026-11-23'), 'en')).toEqual(['no law and no rule of the facility names a period'])
})

const day = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('1950-01-01', days))
const duty = fc.record({ years: fc.integer({ min: 1, max: 30 }), startsWith: fc.constantFrom('completion', 'written') })
const duties = fc
  .array(duty, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, index): Duty => ({ ...one, from: 'law', id: `law-${index}`, conf: 'seen' }) as Duty))
const starts = fc.record({ completion: day, written: day })

it('the end is a day that exists, after every start, and one more duty never brings it nearer', () => {
  fc.assert(
    fc.property(duties, starts, day, (all, known, today) => {
      const ends = (some: readonly Duty[]): Day => {
        const period = periodOf(some, known, today)
        if (period.state === 'open') throw new Error('open although every start is known')
        expect(period.state).toBe(period.last.endsOn < today ? 'ended' : 'running')
        return period.last.endsOn
      }
      const end = ends(all)
      expect(isDay(end)).toBe(true)
      for (const { startsWith } of all) expect(end > (known[startsWith as 'completion'] ?? '')).toBe(true)
      if (all.length > 1) expect(end >= ends(all.slice(1))).toBe(true)
    }),
  )
})

it('whatever else is known, one missing start keeps the document', () => {
  fc.assert(
    fc.property(duties, starts, day, (all, known, today) => {
      const open: Duty = { from: 'law', id: 'open', years: 1, startsWith: 'used', conf: 'recall' }
      expect(periodOf([...all, open], known, today).state).toBe('open')
    }),
  )
})
