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

  it('who keeps the documents after a closure is kept, newest first, and no day of an end before it', async () => {
    const { retention, as, actsOf } = await retentionOn(await open())
    const closure = {
      ...{ event: 'closure' as const, onDay: '2027-03-31', keeper: '例題 一郎（元院長）', contact: '098-000-0001' },
      source: '閉院の届出の控え',
    }
    const early = retention.recordKeeper(as('director'), { ...closure, untilOn: '2027-03-30' })
    expect(await reasonOf(early)).toBe('retention-keeper-until-before')
    expect(await reasonOf(retention.recordKeeper(as('operator'), closure))).toBe('not-permitted')
    await retention.recordKeeper(as('director'), closure)
    await retention.recordKeeper(as('director'), { ...closure, event: 'succession', untilOn: '2032-03-31' })
    expect((await retention.readTable(as('auditor'))).keepers).toMatchObject([
      { number: 2, event: 'succession', untilOn: '2032-03-31' },
      { number: 1, event: 'closure', keeper: '例題 一郎（元院長）', contact: '098-000-0001' },
    ])
    expect(await actsOf('retention.')).toEqual(['retention.handed-over', 'retention.handed-over'])
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
