import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { type Approval, refuseAlone } from './approvers.ts'

const inside = (accountId: string, personId: string | null = null): Approval => ({
  ...{ by: 'account', approver: { accountId, personId } },
})
const outside = (name: string, writer: string): Approval => ({
  ...{ by: 'outside', name, organisation: '例題市医師会', writer: { accountId: writer, personId: null } },
})
const here = ['見本 太郎', '例題 花子']

const reasonOf = (before: readonly Approval[], next: Approval) => {
  try {
    refuseAlone(before, next, here)
  } catch (error) {
    return error instanceof Refusal ? error.facts.reason : error
  }
  return undefined
}

it.each([
  ['the same account twice', [inside('a')], inside('a'), 'destruction-same-person'],
  ['two accounts of one person', [inside('a', 'p-01')], inside('b', 'p-01'), 'destruction-same-person'],
  [
    'an outsider written down by the other approver',
    [inside('a')],
    outside('例題 四郎', 'a'),
    'destruction-same-person',
  ],
  ['the writer of the outsider', [outside('例題 四郎', 'a')], inside('a'), 'destruction-same-person'],
  ['an outsider who works here', [inside('a')], outside('例題　花子', 'b'), 'destruction-outside-works-here'],
  ['two outsiders', [outside('例題 四郎', 'a')], outside('例題 五郎', 'b'), 'destruction-outside-twice'],
  ['a third', [inside('a'), inside('b')], inside('c'), 'destruction-approved-already'],
] as const)('%s is refused', (_, before, next, reason) => {
  expect(reasonOf(before, next)).toBe(reason)
})

it('two persons of the facility, or one of them and somebody outside, are two persons', () => {
  expect(reasonOf([inside('a', 'p-01')], inside('b', 'p-02'))).toBeUndefined()
  expect(reasonOf([inside('a')], inside('b'))).toBeUndefined()
  expect(reasonOf([inside('a')], outside('例題 四郎', 'b'))).toBeUndefined()
  expect(reasonOf([outside('例題 四郎', 'b')], inside('a'))).toBeUndefined()
})
