import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { eachEngine } from '../../storage/testing.ts'
import { retentionOn } from './testing.ts'
import type { RuleRequest } from './wire.ts'

const rule = (change: Partial<RuleRequest> = {}): RuleRequest => ({
  ...{ about: 'kind', target: 'consent', years: 10, startsWith: 'stored' },
  ...{ source: '見本診療所 文書規程 第3条', checkedOn: '2026-11-20' },
  ...change,
})
const reasonOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (!(error instanceof Refusal)) throw new Error('was not refused')
  return error.facts.reason ?? error.code
}

eachEngine('rules about keeping', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { retention, as, actsOf } = await retentionOn(await open())
    expect(await reasonOf(retention.readTable(as('staff')))).toBe('not-permitted')
    for (const role of ['operator', 'auditor', 'administrator'] as const)
      expect(await reasonOf(retention.recordRule(as(role), rule()))).toBe('not-permitted')
    expect(await actsOf('retention.')).toEqual([])
  })

  it.each([
    ['a kind that is not there', { target: 'diary' }, 'retention-target-unknown'],
    ['an original, which the laws decide', { about: 'standing', target: 'original' }, 'retention-target-unknown'],
    ['a law counted from the day of coming in', { about: 'law', target: 'midwives' }, 'retention-law-from-stored'],
    ['a source seen tomorrow', { checkedOn: '2026-11-23' }, 'retention-checked-in-future'],
  ] as const)('a rule about %s is refused', async (_, change, reason) => {
    const { retention, as, actsOf } = await retentionOn(await open())
    expect(await reasonOf(retention.recordRule(as('director'), rule(change)))).toBe(reason)
    expect(await actsOf('retention.')).toEqual([])
  })

  it('the newest about the same stands, the older one stays readable, and each is an entry', async () => {
    const { retention, as, actsOf } = await retentionOn(await open(), 'hospital')
    await retention.recordRule(as('director'), rule())
    await retention.recordRule(as('safety-manager'), rule({ years: 5 }))
    await retention.recordRule(
      as('director'),
      rule({ about: 'law', target: 'midwives', years: 5, startsWith: 'written' }),
    )
    const { rules, facilityType, may } = await retention.readTable(as('auditor'))
    expect(rules).toMatchObject([
      { number: 3, about: 'law', target: 'midwives', stands: true },
      { number: 2, target: 'consent', years: 5, stands: true, writtenBy: '見本 太郎' },
      { number: 1, target: 'consent', years: 10, stands: false },
    ])
    expect([facilityType, may.rule]).toEqual(['hospital', false])
    expect(await actsOf('retention.')).toEqual(Array(3).fill('retention.ruled'))
  })

  it('what was once decided is rewritten by nobody', async () => {
    const { retention, as, storage, facilityId } = await retentionOn(await open())
    await retention.recordRule(as('director'), rule())
    const shorter = storage.write({ facilityId }, ({ db }) =>
      db.updateTable('retention_rule').set({ years: 1 }).execute(),
    )
    await expect(shorter).rejects.toThrow(/append-only/)
  })
})
