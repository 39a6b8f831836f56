import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared'
import { type Action, actionNames } from './actions.ts'
import { type Caller, consoleCaller } from './caller.ts'
import { demand, may, whatMay } from './permissions.ts'
import { type Role, roleNames } from './roles.ts'

const columns: readonly Role[] = [
  'director',
  'safety-manager',
  'planning-manager',
  'operator',
  'auditor',
  'creation-manager',
  'complaints-desk',
  'staff',
  'supplier',
  'administrator',
  'inspector',
]

// One row per action, one mark per role in the order of the columns: o may, . may not.
const expected: Readonly<Record<Action, string>> = {
  //                               di sa pl op au cr co st su ad in
  'today.read': /*              */ 'o  o  o  o  o  o  o  o  .  o  .',
  'guideline.read': /*          */ 'o  o  o  o  o  o  o  o  o  o  .',
  'registry.read': /*           */ 'o  o  o  o  o  o  .  .  .  o  .',
  'registry.change': /*         */ 'o  o  o  o  .  .  .  .  .  .  .',
  'registry.import': /*         */ 'o  o  o  o  .  .  .  .  .  .  .',
  'registry.export': /*         */ 'o  o  o  o  o  .  .  .  .  .  .',
  'assessment.read': /*         */ 'o  o  o  o  o  o  .  .  .  .  .',
  'assessment.attest': /*       */ 'o  o  o  o  .  o  .  .  .  .  .',
  'assessment.propose-exemption': 'o  o  o  o  .  .  .  .  .  .  .',
  'assessment.approve-exemption': 'o  .  .  .  .  .  .  .  .  .  .',
  'assessment.take-snapshot': /**/ 'o  o  o  o  .  .  .  .  .  .  .',
  'assessment.approve-snapshot': 'o  .  .  .  .  .  .  .  .  .  .',
  'checklist.read': /*          */ 'o  o  o  o  o  o  .  .  .  .  .',
  'checklist.answer': /*        */ 'o  o  o  o  .  .  .  .  .  .  .',
  'task.read': /*               */ 'o  o  o  o  o  o  .  .  .  .  .',
  'task.change': /*             */ 'o  o  o  o  .  .  .  .  .  .  .',
  'task.do-own': /*             */ 'o  o  o  o  o  o  o  o  .  o  .',
  'task.decide': /*             */ 'o  .  .  .  .  .  .  .  .  .  .',
  'task.enter-decision': /*     */ 'o  o  .  .  .  .  .  .  .  .  .',
  'supplier.read': /*           */ 'o  o  o  o  o  o  .  .  .  .  .',
  'supplier.ask': /*            */ 'o  o  o  o  .  .  .  .  .  .  .',
  'supplier.record': /*         */ 'o  o  o  o  .  .  .  .  .  .  .',
  'supplier.answer': /*         */ '.  .  .  .  .  .  .  .  o  .  .',
  'report.read': /*             */ 'o  o  o  o  o  o  .  .  .  .  .',
  'charge.read-own': /*         */ 'o  o  o  o  o  o  o  o  .  o  .',
  'charge.read-any': /*         */ 'o  o  .  .  .  .  .  .  .  .  .',
  'inspection.make': /*         */ 'o  o  o  o  .  .  .  .  .  .  .',
  'inspection.read': /*         */ 'o  o  o  o  o  .  .  .  .  .  o',
  'inspection.invite': /*       */ 'o  o  .  .  .  .  .  .  .  .  .',
  'journal.read': /*            */ 'o  o  .  .  o  .  .  .  .  .  .',
  'journal.verify': /*          */ 'o  o  .  o  o  .  .  .  .  o  .',
  'journal.go-on': /*           */ '.  .  .  .  .  .  .  .  .  .  .',
  'journal.export': /*          */ 'o  o  .  .  o  .  .  .  .  .  .',
  'log-review.read': /*         */ 'o  o  o  o  o  .  .  .  .  .  .',
  'log-review.write': /*        */ 'o  o  .  o  o  .  .  .  .  .  .',
  'signature.verify': /*        */ 'o  o  o  o  o  o  o  o  .  o  .',
  'trust.read': /*              */ 'o  o  o  o  o  .  .  .  .  o  .',
  'trust.propose': /*           */ 'o  o  .  o  .  .  .  .  .  o  .',
  'trust.confirm': /*           */ 'o  o  .  .  .  .  .  .  .  .  .',
  'card.read': /*               */ 'o  o  o  o  o  .  .  .  .  .  .',
  'card.write': /*              */ 'o  o  o  o  .  .  .  .  .  .  .',
  'document.read': /*           */ 'o  .  .  .  .  o  .  o  .  .  .',
  'document.enter': /*          */ 'o  .  .  .  .  o  .  o  .  .  .',
  'contents.check': /*          */ 'o  o  .  o  o  .  .  .  .  o  .',
  'contents.place': /*          */ '.  .  .  .  .  .  .  .  .  .  .',
  'document.confirm': /*        */ 'o  .  .  .  .  o  .  o  .  .  .',
  'scan.manage': /*             */ 'o  .  .  .  .  o  .  .  .  .  .',
  'medium.read': /*             */ 'o  o  o  o  o  .  .  .  .  .  .',
  'medium.write': /*            */ 'o  o  o  o  .  .  .  .  .  .  .',
  'document.export': /*         */ 'o  .  .  .  .  .  .  .  .  .  .',
  'document.pack': /*           */ 'o  .  .  .  .  .  .  .  .  .  .',
  'retention.read': /*          */ 'o  o  o  o  o  .  .  .  .  .  .',
  'retention.write': /*         */ 'o  o  o  o  .  .  .  .  .  .  .',
  'destruction.propose': /*     */ 'o  o  o  o  .  .  .  .  .  .  .',
  'destruction.approve': /*     */ 'o  o  o  .  .  .  .  .  .  .  .',
  'destruction.carry-out': /*   */ 'o  o  .  .  .  .  .  .  .  .  .',
  'retention.rule': /*          */ 'o  o  .  .  .  .  .  .  .  .  .',
  'witness.read': /*            */ 'o  o  .  .  o  .  .  .  .  o  .',
  'witness.manage': /*          */ '.  o  .  .  .  .  .  .  .  o  .',
  'timetable.read': /*          */ 'o  o  .  o  o  .  .  .  .  o  .',
  'timetable.run': /*           */ '.  o  .  .  .  .  .  .  .  o  .',
  'mail.read': /*               */ 'o  o  .  .  o  .  .  .  .  o  .',
  'mail.manage': /*             */ '.  o  .  .  .  .  .  .  .  o  .',
  'account.read': /*            */ 'o  o  .  .  o  .  .  .  .  o  .',
  'account.manage': /*          */ '.  .  .  .  .  .  .  .  .  o  .',
  'account.change-own': /*      */ 'o  o  o  o  o  o  o  o  o  o  o',
  'session.revoke-own': /*      */ 'o  o  o  o  o  o  o  o  o  o  o',
  'session.revoke-any': /*      */ '.  o  .  .  .  .  .  .  .  o  .',
  'keys.rotate': /*             */ '.  o  .  .  .  .  .  .  .  o  .',
  'facility.create': /*         */ '.  .  .  .  .  .  .  .  .  .  .',
}

const account = (...roles: readonly Role[]): Caller => ({
  facilityId: 'f-1',
  actor: { kind: 'account', id: 'a-1' },
  roles,
})

test('the table has every role and every action', () => {
  expect(columns).toEqual(roleNames)
  expect(Object.keys(expected)).toEqual(actionNames)
})

describe('each cell of the permission table', () => {
  for (const action of actionNames) {
    const marks = expected[action].split(/\s+/)
    test.each(columns.map((role, index) => [role, marks[index] === 'o'] as const))(
      `${action}: %s → %s`,
      (role, allowed) => {
        expect(may(account(role), action)).toBe(allowed)
      },
    )
  }
})

test('a caller with two roles may do what either may', () => {
  expect(may(account('staff', 'administrator'), 'account.manage')).toBe(true)
  expect(may(account('staff', 'auditor'), 'journal.read')).toBe(true)
})

test('a refusal names the action', () => {
  const refused = () => demand(account('auditor'), 'registry.change')
  expect(refused).toThrow(Refusal)
  expect(refused).toThrow(expect.objectContaining({ code: 'not-permitted', facts: { action: 'registry.change' } }))
})

test('nobody known and a peer may do nothing, whatever roles they claim', () => {
  for (const kind of ['anonymous', 'peer'] as const) {
    expect(whatMay({ facilityId: 'f-1', actor: { kind }, roles: roleNames })).toEqual([])
  }
})

test('whoever came by a link may do nothing but what it is for, whatever else the role may', () => {
  expect(whatMay({ ...account('supplier'), limited: true })).toEqual(['supplier.answer'])
  expect(whatMay({ ...account('inspector'), limited: true })).toEqual(['inspection.read'])
  expect(whatMay({ ...account('director', 'administrator'), limited: true })).toEqual([])
})

test('an account without a role may only look after itself', () => {
  expect(whatMay(account())).toEqual(['account.change-own', 'session.revoke-own'])
})

test('the console may do everything', () => {
  expect(whatMay(consoleCaller('f-1'))).toEqual(actionNames)
})

test('the program itself may do what its roles may', () => {
  const system: Caller = { facilityId: 'f-1', actor: { kind: 'system' }, roles: ['auditor'] }
  expect(may(system, 'journal.verify')).toBe(true)
  expect(may(system, 'registry.change')).toBe(false)
})
