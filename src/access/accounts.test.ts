import { expect, test } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import { accessOn, actsOf, firstRun, longPassword, newcomer, otherPassword } from './testing.ts'

const refusal = (code: string, facts = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const ichiro = { loginName: 'ichiro', displayName: '例題 一郎', roles: ['staff'], language: 'ja' } as const
const request = { ...ichiro, roles: [...ichiro.roles] }

eachEngine('an account', (open) => {
  test('is invited, chooses a password nobody else knows, and is signed in by it', async () => {
    const room = await accessOn(await open())
    const { administrator, facilityId } = await firstRun(room)
    const { account, invitation } = await room.access.createAccount(administrator, request)
    expect(account).toMatchObject({ state: 'invited', roles: ['staff'], version: 1, factors: [] })
    const early = room.access.signIn({ loginName: 'ichiro', password: longPassword })
    await expect(early).rejects.toEqual(refusal('sign-in-failed'))
    const weak = room.access.redeemCode({ code: invitation.code, password: 'ichiro-7&Kx!qv2' })
    await expect(weak).rejects.toEqual(refusal('weak-password', { reason: 'name' }))
    const { session } = await room.access.redeemCode({ code: invitation.code, password: longPassword })
    const { caller } = await room.access.authenticate(session?.cookie)
    expect(caller.actor.id).toBe(account.accountId)
    await room.access.signIn({ loginName: 'ichiro', password: longPassword })
    expect((await actsOf(room, facilityId)).slice(4)).toEqual([
      'account.created',
      'account.invited',
      'session.sign-in-failed',
      'account.password-changed',
      'session.signed-in',
      'session.signed-in',
    ])
    expect((await room.journal.verify({ facilityId })).findings).toEqual([])
  })

  test('is opened by its invitation once, however many come at once', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { invitation } = await room.access.createAccount(administrator, request)
    const redeem = () => room.access.redeemCode({ code: invitation.code, password: longPassword })
    const results = await Promise.allSettled([redeem(), redeem(), redeem()])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    await expect(redeem()).rejects.toEqual(refusal('sign-in-failed', { wrong: 'code' }))
  })

  test('is not opened by an invitation that is too old or was replaced', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { account, invitation } = await room.access.createAccount(administrator, request)
    const again = { accountId: account.accountId, identityCheckedBy: '職員証', removeFactors: false }
    const renewed = await room.access.resetAccount(administrator, again)
    const redeem = (code: string) => room.access.redeemCode({ code, password: longPassword })
    await expect(redeem(invitation.code)).rejects.toEqual(refusal('sign-in-failed'))
    room.clock.pass(72 * 3600)
    await expect(redeem(renewed.code)).rejects.toEqual(refusal('sign-in-failed'))
  })

  test('has a login name of its own', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const both = await Promise.allSettled([
      room.access.createAccount(administrator, request),
      room.access.createAccount(administrator, request),
    ])
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'already-exists' } })
    const [account] = (await room.access.readAccounts(administrator)).filter((each) => each.loginName === 'ichiro')
    const rename = { accountId: account?.accountId ?? '', version: 1, loginName: 'taro' }
    await expect(room.access.changeAccount(administrator, rename)).rejects.toEqual(refusal('already-exists'))
  })

  test('changed by two at once is changed by the first; the second gets what is there now', async () => {
    const room = await accessOn(await open())
    const { administrator, facilityId } = await firstRun(room)
    const { account } = await room.access.createAccount(administrator, request)
    const { accountId, version } = account
    await room.access.changeAccount(administrator, { accountId, version, displayName: '例題 次郎', personId: 'p-01' })
    const late = room.access.changeAccount(administrator, { accountId, version, roles: ['director'] })
    await expect(late).rejects.toEqual(
      refusal('conflict', {
        current: expect.objectContaining({ displayName: '例題 次郎', personId: 'p-01', version: 2 }),
      }),
    )
    const unlinked = await room.access.changeAccount(administrator, { accountId, version: 2, personId: null })
    expect(unlinked).not.toHaveProperty('personId', 'p-01')
    const [entry] = (await room.journal.entries({ facilityId })).entries
    expect(entry).toMatchObject({ act: 'account.changed', subject: { kind: 'account', id: accountId } })
    expect(entry?.detail).toMatchObject({ before: { personId: 'p-01' }, after: { displayName: '例題 次郎' } })
  })

  test('that is disabled is out at once, keeps its history, and comes back', async () => {
    const room = await accessOn(await open())
    const { administrator, facilityId } = await firstRun(room)
    const { accountId, cookie } = await newcomer(room, administrator)
    const disabled = await room.access.disableAccount(administrator, { accountId, version: 2 })
    expect(disabled.state).toBe('disabled')
    await expect(room.access.authenticate(cookie)).rejects.toEqual(refusal('not-signed-in'))
    const signIn = () => room.access.signIn({ loginName: 'ichiro', password: longPassword })
    await expect(signIn()).rejects.toEqual(refusal('sign-in-failed'))
    const reset = { accountId, identityCheckedBy: '職員証', removeFactors: false }
    await expect(room.access.resetAccount(administrator, reset)).rejects.toEqual(refusal('not-found'))
    const enabled = await room.access.enableAccount(administrator, { accountId, version: disabled.version })
    expect(enabled.state).toBe('active')
    await signIn()
    await expect(room.access.authenticate(cookie)).rejects.toEqual(refusal('not-signed-in'))
    const acts = await actsOf(room, facilityId)
    expect(acts.filter((act) => act.startsWith('account.'))).toContain('account.disabled')
    expect(acts).toContain('account.enabled')
  })
})

eachEngine('a reset', (open) => {
  test('writes down how the person was known, and keeps the second factor', async () => {
    const room = await accessOn(await open())
    const { administrator, facilityId } = await firstRun(room)
    const { accountId, caller, cookie } = await newcomer(room, administrator)
    const { factorId, codes = [] } = await room.access.beginFactor(caller, { kind: 'code-list' })
    await room.access.confirmFactor(caller, { factorId, code: codes[0] ?? '' })
    const reset = { accountId, identityCheckedBy: '運転免許証を確認', removeFactors: false }
    const { code } = await room.access.resetAccount(administrator, reset)
    const [entry] = (await room.journal.entries({ facilityId })).entries
    expect(entry).toMatchObject({ act: 'account.reset', detail: { identityCheckedBy: '運転免許証を確認' } })
    const same = room.access.redeemCode({ code, password: longPassword })
    await expect(same).rejects.toEqual(refusal('weak-password', { reason: 'similar' }))
    expect(await room.access.redeemCode({ code, password: otherPassword })).toEqual({ loginName: 'ichiro' })
    await expect(room.access.authenticate(cookie)).rejects.toEqual(refusal('not-signed-in'))
    const password = { loginName: 'ichiro', password: otherPassword }
    await expect(room.access.signIn(password)).rejects.toEqual(refusal('second-factor-needed'))
    await room.access.signIn({ ...password, code: codes[1] })
  })

  test('takes lost factors away only when its code is used', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { accountId, caller } = await newcomer(room, administrator)
    const { factorId, codes = [] } = await room.access.beginFactor(caller, { kind: 'code-list' })
    await room.access.confirmFactor(caller, { factorId, code: codes[0] ?? '' })
    const reset = { accountId, identityCheckedBy: '本人の来室', removeFactors: true }
    const { code } = await room.access.resetAccount(administrator, reset)
    const password = { loginName: 'ichiro', password: longPassword }
    await expect(room.access.signIn(password)).rejects.toEqual(refusal('second-factor-needed'))
    const short = room.access.redeemCode({ code, password: 'Wn4&hd8?' })
    await expect(short).rejects.toEqual(refusal('weak-password', { reason: 'too-short' }))
    const { session } = await room.access.redeemCode({ code, password: otherPassword })
    expect(session?.accountId).toBe(accountId)
    await room.access.signIn({ loginName: 'ichiro', password: otherPassword })
  })

  test('ends a lockout', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { accountId } = await newcomer(room, administrator)
    for (let failure = 1; failure <= 10; failure++) {
      await room.access.signIn({ loginName: 'ichiro', password: otherPassword }).catch(() => {})
      room.clock.pass(320)
    }
    expect((await room.access.readAccount(administrator, accountId)).lockedUntil).toBeDefined()
    const { code } = await room.access.resetAccount(administrator, {
      ...{ accountId, identityCheckedBy: '本人の来室', removeFactors: false },
    })
    await room.access.redeemCode({ code, password: otherPassword })
    await room.access.signIn({ loginName: 'ichiro', password: otherPassword })
  })
})

eachEngine('the last administrator', (open) => {
  test('can neither leave, nor be disabled', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const accountId = administrator.actor.id ?? ''
    const invited = { ...request, roles: ['administrator' as const] }
    await room.access.createAccount(administrator, invited)
    const last = refusal('not-permitted', { reason: 'last-administrator' })
    const leave = room.access.changeAccount(administrator, { accountId, version: 1, roles: ['director'] })
    await expect(leave).rejects.toEqual(last)
    await expect(room.access.disableAccount(administrator, { accountId, version: 1 })).rejects.toEqual(last)
  })

  test('stays, when two administrators dismiss each other at once', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const other = await newcomer(room, administrator, { roles: ['administrator'] })
    const results = await Promise.allSettled([
      room.access.disableAccount(administrator, { accountId: other.accountId, version: 2 }),
      room.access.disableAccount(other.caller, { accountId: administrator.actor.id ?? '', version: 1 }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
