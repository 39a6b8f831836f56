import { expect, test } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import type { Action } from './actions.ts'
import { type Caller, consoleCaller } from './caller.ts'
import type { Access } from './open-access.ts'
import { may } from './permissions.ts'
import { roleNames } from './roles.ts'
import { accessOn, firstRun, longPassword, otherPassword } from './testing.ts'

type UseCase = (access: Access, caller: Caller, accountId: string) => Promise<unknown>

// Every use case that reads or changes something, beside the right it asks for.
const useCases: readonly (readonly [Action, string, UseCase])[] = [
  ['account.read', 'readAccounts', (access, caller) => access.readAccounts(caller)],
  ['account.read', 'readAccount', (access, caller, id) => access.readAccount(caller, id)],
  [
    'account.manage',
    'createAccount',
    (access, caller) =>
      access.createAccount(caller, { loginName: 'jiro', displayName: '例題 次郎', roles: [], language: 'ja' }),
  ],
  [
    'account.manage',
    'changeAccount',
    (access, caller, accountId) => access.changeAccount(caller, { accountId, version: 1 }),
  ],
  [
    'account.manage',
    'disableAccount',
    (access, caller, accountId) => access.disableAccount(caller, { accountId, version: 1 }),
  ],
  [
    'account.manage',
    'enableAccount',
    (access, caller, accountId) => access.enableAccount(caller, { accountId, version: 1 }),
  ],
  [
    'account.manage',
    'resetAccount',
    (access, caller, accountId) =>
      access.resetAccount(caller, { accountId, identityCheckedBy: '職員証', removeFactors: true }),
  ],
  ['session.revoke-any', 'readSessionsOf', (access, caller, id) => access.readSessionsOf(caller, id)],
  ['session.revoke-any', 'endSessionsOf', (access, caller, id) => access.endSessionsOf(caller, id)],
  ['session.revoke-any', 'endSession', (access, caller) => access.endSession(caller, 'of-somebody-else')],
  ['session.revoke-own', 'readOwnSessions', (access, caller) => access.readOwnSessions(caller)],
  ['session.revoke-own', 'endOtherSessions', (access, caller) => access.endOtherSessions(caller)],
  [
    'account.change-own',
    'changePassword',
    (access, caller) => access.changePassword(caller, { currentPassword: longPassword, newPassword: otherPassword }),
  ],
  ['account.change-own', 'changeOwnLanguage', (access, caller) => access.changeOwnLanguage(caller, { language: 'en' })],
  ['account.change-own', 'readOwnFactors', (access, caller) => access.readOwnFactors(caller)],
  ['account.change-own', 'beginFactor', (access, caller) => access.beginFactor(caller, { kind: 'totp' })],
  [
    'account.change-own',
    'confirmFactor',
    (access, caller) => access.confirmFactor(caller, { factorId: 'x', code: '' }),
  ],
  ['account.change-own', 'removeFactor', (access, caller) => access.removeFactor(caller, { factorId: 'x' })],
]

eachEngine('every use case', (open) => {
  test('refuses each caller without the right, and changes nothing', async () => {
    const room = await accessOn(await open())
    const { facilityId, administrator } = await firstRun(room)
    const accountId = administrator.actor.id ?? ''
    const size = async () => (await room.journal.entries({ facilityId }, {}, { limit: 200 })).entries.length
    const before = await size()
    let refused = 0
    for (const [action, name, run] of useCases) {
      const callers: readonly Caller[] = [
        ...roleNames.map((role) => ({ facilityId, actor: { kind: 'account', id: 'a-1' }, roles: [role] }) as const),
        { facilityId, actor: { kind: 'anonymous' }, roles: [] },
        { facilityId, actor: { kind: 'peer', id: 'p-1' }, roles: roleNames },
        { facilityId, actor: { kind: 'system' }, roles: [] },
      ]
      for (const caller of callers.filter((each) => !may(each, action))) {
        const answer = run(room.access, caller, accountId)
        await expect(answer, `${name} by ${caller.actor.kind} ${caller.roles}`).rejects.toMatchObject({
          code: 'not-permitted',
        })
        refused++
      }
    }
    expect(refused).toBeGreaterThan(100)
    expect(await size()).toBe(before)
  })

  test('of an administrator of one facility sees nothing of another', async () => {
    const room = await accessOn(await open())
    const one = await firstRun(room)
    const other = await firstRun(room)
    const accountId = other.administrator.actor.id ?? ''
    const { access } = room
    await expect(access.readAccount(one.administrator, accountId)).rejects.toMatchObject({ code: 'not-found' })
    const disable = access.disableAccount(one.administrator, { accountId, version: 1 })
    await expect(disable).rejects.toMatchObject({ code: 'not-found' })
    expect(await access.endSessionsOf(one.administrator, accountId)).toBe(0)
    await access.authenticate(other.cookie)
  })

  test('of the console works without an account: it opens a locked facility again', async () => {
    const room = await accessOn(await open())
    const { facilityId, administrator } = await firstRun(room)
    const accountId = administrator.actor.id ?? ''
    const caller = consoleCaller(facilityId)
    const reset = { accountId, identityCheckedBy: 'at the machine', removeFactors: true }
    const { code } = await room.access.resetAccount(caller, reset)
    await room.access.redeemCode({ code, password: otherPassword })
    await room.access.signIn({ loginName: 'taro', password: otherPassword })
    await expect(room.access.changeOwnLanguage(caller, { language: 'en' })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  test('that was refused is written down for those who are signed in, and not for strangers', async () => {
    const room = await accessOn(await open())
    const { facilityId, administrator } = await firstRun(room)
    await room.access.noteRefusal(administrator, 'journal.read')
    await room.access.noteRefusal({ facilityId, actor: { kind: 'anonymous' }, roles: [] }, 'journal.read')
    const { entries } = await room.journal.entries({ facilityId }, { act: 'permission.refused' })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ outcome: 'refused', detail: { action: 'journal.read' } })
  })
})
