import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared'
import { eachEngine } from '../storage/testing.ts'
import { accessOn, actsOf, appCode, firstRun, longPassword, newcomer, otherPassword, shortPassword } from './testing.ts'

const refusal = (code: string, facts = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : error)

eachEngine('the first run', (open) => {
  test('makes the facility and its first account with a code that is good once', async () => {
    const room = await accessOn(await open())
    expect(await room.access.isSetUp()).toBe(false)
    const { code } = await room.access.issueSetUpCode()
    expect(await room.access.isSetUp()).toBe(false)
    const request = {
      ...{ code, facilityName: 'みほん診療所', displayName: '見本 太郎', loginName: 'taro', password: longPassword },
      ...{ language: 'ja' as const, roles: ['director' as const] },
    }
    const opened = await room.access.setUp(request, 'Browser')
    expect(await room.access.isSetUp()).toBe(true)
    const { caller } = await room.access.authenticate(opened.cookie)
    expect(caller.roles).toEqual(['director', 'administrator'])
    await expect(room.access.setUp(request)).rejects.toEqual(refusal('sign-in-failed', { wrong: 'code' }))
    expect(await actsOf(room, opened.facilityId)).toEqual([
      'journal.opened',
      'facility.created',
      'account.created',
      'session.signed-in',
    ])
    expect((await room.journal.verify({ facilityId: opened.facilityId })).findings).toEqual([])
  })

  test('of several who come with the same code exactly one makes the facility', async () => {
    const room = await accessOn(await open())
    const { code } = await room.access.issueSetUpCode()
    const results = await Promise.allSettled(
      ['ichi', 'nii', 'san', 'shi'].map((loginName) =>
        room.access.setUp({
          ...{ code, facilityName: 'みほん診療所', displayName: '見本 太郎', loginName, password: longPassword },
          ...{ language: 'ja', roles: [] },
        }),
      ),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  test('a code expires after a day, and wrong codes are bounded', async () => {
    const room = await accessOn(await open())
    const { code } = await room.access.issueSetUpCode()
    const tryCode = (typed: string) =>
      room.access.setUp({
        ...{ code: typed, facilityName: 'みほん診療所', displayName: '見本 太郎', loginName: 'taro' },
        ...{ password: longPassword, language: 'ja', roles: [] },
      })
    room.clock.pass(24 * 3600)
    await expect(tryCode(code)).rejects.toEqual(refusal('sign-in-failed'))
    await expect(tryCode('7F3K-9QTM-2XWD')).rejects.toEqual(refusal('sign-in-failed'))
    await expect(tryCode('')).rejects.toEqual(refusal('sign-in-failed'))
    await expect(tryCode('7F3K-9QTM-2XWD')).rejects.toEqual(refusal('locked-out'))
    expect(await room.access.isSetUp()).toBe(false)
  })

  test('eight characters are enough with an app that shows the right code', async () => {
    const room = await accessOn(await open())
    const { code } = await room.access.issueSetUpCode()
    const { secret } = room.access.proposeTotp('みほん診療所', 'taro')
    const request = {
      ...{ code, facilityName: 'みほん診療所', displayName: '見本 太郎', loginName: 'taro', password: shortPassword },
      ...{ language: 'ja' as const, roles: [] },
    }
    await expect(room.access.setUp(request)).rejects.toEqual(refusal('weak-password', { reason: 'too-short' }))
    const wrong = room.access.setUp({ ...request, factor: { secret, code: '000000' } })
    await expect(wrong).rejects.toEqual(refusal('sign-in-failed', { wrong: 'factor' }))
    const typed = appCode(secret, room.clock)
    const opened = await room.access.setUp({ ...request, factor: { secret, code: typed } })
    expect(await actsOf(room, opened.facilityId)).toContain('account.factor-enrolled')
    const again = { loginName: 'taro', password: shortPassword, code: typed }
    await expect(room.access.signIn(again)).rejects.toEqual(refusal('sign-in-failed', { wrong: 'code' }))
    room.clock.pass(30)
    await room.access.signIn({ ...again, code: appCode(secret, room.clock) })
  })
})

eachEngine('signing in', (open) => {
  test('an unknown name and a wrong password have one answer', async () => {
    const room = await accessOn(await open())
    await firstRun(room)
    const answers = await Promise.all(
      ['taro', 'nobody'].map((loginName) =>
        room.access.signIn({ loginName, password: otherPassword }).catch((error: unknown) => error),
      ),
    )
    expect(answers.map(codeOf)).toEqual(['sign-in-failed', 'sign-in-failed'])
    expect(JSON.stringify((answers[0] as Refusal).facts)).toBe(JSON.stringify((answers[1] as Refusal).facts))
  })

  test.each(['taro', 'nobody'])('failures wait longer and longer, then lock: %s', async (loginName) => {
    const room = await accessOn(await open())
    const { facilityId } = await firstRun(room)
    const fail = () => room.access.signIn({ loginName, password: otherPassword }).catch(codeOf)
    for (let failure = 1; failure <= 10; failure++) {
      expect(await fail()).toBe('sign-in-failed')
      room.clock.pass(320)
    }
    expect(await fail()).toBe('locked-out')
    const right = () => room.access.signIn({ loginName, password: longPassword })
    await expect(right()).rejects.toEqual(refusal('locked-out'))
    const lockouts = (await actsOf(room, facilityId)).filter((act) => act === 'account.locked-out')
    expect(lockouts).toHaveLength(loginName === 'taro' ? 1 : 0)
    room.clock.pass(1800)
    if (loginName === 'taro') expect((await right()).accountId).toBeDefined()
    else expect(await right().catch(codeOf)).toBe('sign-in-failed')
  })

  test('many tries at once are no more tries than many in a row', async () => {
    const room = await accessOn(await open())
    await firstRun(room)
    const tries = Array.from({ length: 12 }, () => room.access.signIn({ loginName: 'taro', password: otherPassword }))
    const codes = (await Promise.allSettled(tries)).map((result) =>
      codeOf(result.status === 'rejected' && result.reason),
    )
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(3)
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(9)
  })

  test('tries with a known name are written one by one, with unknown names at thresholds', async () => {
    const room = await accessOn(await open())
    const { facilityId } = await firstRun(room)
    const failed = async () => (await actsOf(room, facilityId)).filter((act) => act === 'session.sign-in-failed').length
    await room.access.signIn({ loginName: 'taro', password: otherPassword }).catch(codeOf)
    expect(await failed()).toBe(1)
    for (let index = 1; index <= 9; index++) {
      await room.access.signIn({ loginName: `nobody${index}`, password: otherPassword }).catch(codeOf)
    }
    expect(await failed()).toBe(1)
    await room.access.signIn({ loginName: 'nobody10', password: otherPassword }).catch(codeOf)
    expect(await failed()).toBe(2)
  })

  test('a facility that does not exist answers like an unknown name', async () => {
    const room = await accessOn(await open())
    const signIn = room.access.signIn({ facilityId: 'f-none', loginName: 'taro', password: longPassword })
    await expect(signIn).rejects.toEqual(refusal('sign-in-failed'))
    await expect(room.access.signIn({ loginName: 'taro', password: longPassword })).rejects.toEqual(
      refusal('not-found'),
    )
  })

  test('where there are several facilities one has to be named', async () => {
    const room = await accessOn(await open())
    const { facilityId } = await firstRun(room)
    await firstRun(room)
    const request = { loginName: 'taro', password: longPassword }
    await expect(room.access.signIn(request)).rejects.toEqual(refusal('malformed'))
    expect((await room.access.signIn({ ...request, facilityId })).facilityId).toBe(facilityId)
  })

  test('the name and the password may be typed in full width', async () => {
    const room = await accessOn(await open())
    await firstRun(room)
    await room.access.signIn({ loginName: 'Ｔａｒｏ', password: 'Ｋｘ７＃ｖｑ２！ｍＺｐ９ｔ' })
  })
})

eachEngine('the second factor', (open) => {
  test("the app's code is asked for after the password, and is good once", async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { factorId, secret = '' } = await room.access.beginFactor(administrator, { kind: 'totp' })
    const wrong = room.access.confirmFactor(administrator, { factorId, code: '000000' })
    await expect(wrong).rejects.toEqual(refusal('sign-in-failed'))
    const password = { loginName: 'taro', password: longPassword }
    await room.access.signIn(password)
    await room.access.confirmFactor(administrator, { factorId, code: appCode(secret, room.clock) })
    await expect(room.access.signIn(password)).rejects.toEqual(refusal('second-factor-needed', { kinds: ['totp'] }))
    room.clock.pass(30)
    const code = appCode(secret, room.clock)
    const both = await Promise.allSettled([
      room.access.signIn({ ...password, code }),
      room.access.signIn({ ...password, code }),
    ])
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(room.access.signIn({ ...password, code })).rejects.toEqual(
      refusal('sign-in-failed', { wrong: 'code' }),
    )
    const oldPassword = { loginName: 'taro', password: otherPassword, code }
    await expect(room.access.signIn(oldPassword)).rejects.toEqual(refusal('sign-in-failed'))
  })

  test('the password alone does not make wrong codes forgotten', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { factorId, secret = '' } = await room.access.beginFactor(administrator, { kind: 'totp' })
    await room.access.confirmFactor(administrator, { factorId, code: appCode(secret, room.clock) })
    const password = { loginName: 'taro', password: longPassword }
    const codes: unknown[] = []
    for (let index = 0; index < 4; index++) {
      codes.push(await room.access.signIn({ ...password, code: 'ABCD-EFGH' }).catch(codeOf))
      codes.push(await room.access.signIn(password).catch(codeOf))
    }
    expect(codes).toContain('locked-out')
  })

  test('each code of the printed list is good once, and the list counts once it was confirmed', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    const { factorId, codes = [] } = await room.access.beginFactor(administrator, { kind: 'code-list' })
    expect(codes).toHaveLength(10)
    const [first = ''] = codes
    const password = { loginName: 'taro', password: longPassword }
    await room.access.signIn(password)
    await room.access.confirmFactor(administrator, { factorId, code: first.toLowerCase() })
    await room.access.signIn({ ...password, code: first })
    await expect(room.access.signIn({ ...password, code: first })).rejects.toEqual(refusal('sign-in-failed'))
    const [factor] = await room.access.readOwnFactors(administrator)
    expect(factor).toMatchObject({ kind: 'code-list', confirmed: true, codesLeft: 9 })
  })

  test('a new list takes the place of the old one', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    for (const _ of ['old', 'new']) {
      const { factorId, codes } = await room.access.beginFactor(administrator, { kind: 'code-list' })
      await room.access.confirmFactor(administrator, { factorId, code: codes?.[0] ?? '' })
    }
    expect(await room.access.readOwnFactors(administrator)).toHaveLength(1)
  })

  test('a session that is not fresh has to prove the password before factors change', async () => {
    const room = await accessOn(await open())
    const { administrator } = await firstRun(room)
    room.clock.pass(15 * 60)
    const begin = room.access.beginFactor(administrator, { kind: 'totp' })
    await expect(begin).rejects.toEqual(refusal('not-permitted', { reason: 'password-needed' }))
    const wrong = room.access.beginFactor(administrator, { kind: 'totp', currentPassword: otherPassword })
    await expect(wrong).rejects.toEqual(refusal('sign-in-failed'))
    await room.access.beginFactor(administrator, { kind: 'totp', currentPassword: longPassword })
  })

  test('after the last factor is gone a short password has to be changed before anything else', async () => {
    const room = await accessOn(await open())
    const { administrator, cookie } = await firstRun(room)
    const { factorId, codes } = await room.access.beginFactor(administrator, { kind: 'code-list' })
    await room.access.confirmFactor(administrator, { factorId, code: codes?.[0] ?? '' })
    await room.access.changePassword(administrator, { currentPassword: longPassword, newPassword: 'Wn4&hd8?' })
    await room.access.removeFactor(administrator, { factorId })
    const { caller } = await room.access.authenticate(cookie)
    await expect(room.access.readAccounts(caller)).rejects.toEqual(refusal('not-permitted'))
    expect((await room.access.readMe(caller)).account.mustChangePassword).toBe(true)
    await room.access.changePassword(caller, { currentPassword: 'Wn4&hd8?', newPassword: 'Zt5%rk1=gVc3u' })
    expect((await room.access.authenticate(cookie)).caller.roles).toContain('administrator')
  })
})

eachEngine('a session', (open) => {
  test('carries the roles of the moment, and ends idle, old, revoked or signed out', async () => {
    const room = await accessOn(await open())
    const { administrator, facilityId } = await firstRun(room)
    const { accountId, caller, cookie } = await newcomer(room, administrator)
    expect(caller).toEqual({
      facilityId,
      actor: { kind: 'account', id: accountId, session: expect.any(String) },
      roles: ['staff'],
    })
    await room.access.changeAccount(administrator, { accountId, version: 2, roles: ['auditor'] })
    expect((await room.access.authenticate(cookie)).caller.roles).toEqual(['auditor'])
    room.clock.pass(59 * 60)
    await room.access.authenticate(cookie)
    room.clock.pass(59 * 60)
    await room.access.authenticate(cookie)
    room.clock.pass(61 * 60)
    await expect(room.access.authenticate(cookie)).rejects.toEqual(refusal('not-signed-in', { reason: 'expired' }))
    const next = await room.access.signIn({ loginName: 'ichiro', password: longPassword }, 'Browser')
    const { caller: again } = await room.access.authenticate(next.cookie)
    await room.access.signOut(again)
    await expect(room.access.authenticate(next.cookie)).rejects.toEqual(refusal('not-signed-in'))
    expect(await actsOf(room, facilityId)).toContain('session.signed-out')
  })

  test.each([undefined, '', 'x', `f-none.${'a'.repeat(43)}`])('is not opened by the cookie %j', async (cookie) => {
    const room = await accessOn(await open())
    await firstRun(room)
    await expect(room.access.authenticate(cookie)).rejects.toEqual(refusal('not-signed-in'))
  })

  test('of one facility is none of another', async () => {
    const room = await accessOn(await open())
    const one = await firstRun(room)
    const other = await firstRun(room)
    const stolen = one.cookie.replace(one.facilityId, other.facilityId)
    await expect(room.access.authenticate(stolen)).rejects.toEqual(refusal('not-signed-in'))
  })

  test('is ended by its owner: one, and all others', async () => {
    const room = await accessOn(await open())
    const { administrator, cookie } = await firstRun(room)
    const others = []
    for (const device of ['PC', 'Tablet']) {
      others.push(await room.access.signIn({ loginName: 'taro', password: longPassword }, device))
    }
    const views = await room.access.readOwnSessions(administrator)
    expect(views.map((view) => view.device).sort()).toEqual(['', 'PC', 'Tablet'])
    expect(views.filter((view) => view.current)).toHaveLength(1)
    await room.access.endSession(administrator, others[0]?.sessionId ?? '')
    expect(await room.access.endOtherSessions(administrator)).toBe(1)
    for (const other of others) {
      await expect(room.access.authenticate(other.cookie)).rejects.toEqual(refusal('not-signed-in'))
    }
    await room.access.authenticate(cookie)
  })

  test('of somebody else is ended only with the right to it', async () => {
    const room = await accessOn(await open())
    const { administrator, cookie } = await firstRun(room)
    const { accountId, caller, cookie: theirs } = await newcomer(room, administrator)
    const session = administrator.actor.session ?? ''
    await expect(room.access.endSession(caller, session)).rejects.toEqual(refusal('not-permitted'))
    await expect(room.access.endSession(caller, 'nothing-there')).rejects.toEqual(refusal('not-permitted'))
    await room.access.authenticate(cookie)
    expect(await room.access.endSessionsOf(administrator, accountId)).toBe(1)
    await expect(room.access.authenticate(theirs)).rejects.toEqual(refusal('not-signed-in'))
  })

  test('changing the password ends the others and refuses a similar one', async () => {
    const room = await accessOn(await open())
    const { administrator, cookie } = await firstRun(room)
    const other = await room.access.signIn({ loginName: 'taro', password: longPassword })
    const change = (currentPassword: string, newPassword: string) =>
      room.access.changePassword(administrator, { currentPassword, newPassword })
    await expect(change(otherPassword, 'Zt5%rk1=gVc3u')).rejects.toEqual(refusal('sign-in-failed'))
    await expect(change(longPassword, `${longPassword}2`)).rejects.toEqual(
      refusal('weak-password', { reason: 'similar' }),
    )
    await change(longPassword, otherPassword)
    await expect(room.access.authenticate(other.cookie)).rejects.toEqual(refusal('not-signed-in'))
    await room.access.authenticate(cookie)
    await room.access.signIn({ loginName: 'taro', password: otherPassword })
  })
})

describe('nothing secret is kept as it is', () => {
  eachEngine('the rows', (open) => {
    test('hold no password, token, code or secret', async () => {
      const room = await accessOn(await open())
      const { administrator, cookie, facilityId } = await firstRun(room)
      const { secret = '' } = await room.access.beginFactor(administrator, { kind: 'totp' })
      const { invitation } = await room.access.createAccount(administrator, {
        ...{ loginName: 'ichiro', displayName: '例題 一郎', roles: ['staff'], language: 'ja' },
      })
      const rows = await room.storage.read({ facilityId }, async (db) => [
        await db.selectFrom('account').selectAll().execute(),
        await db.selectFrom('factor').selectAll().execute(),
        await db.selectFrom('session').selectAll().execute(),
        await db.selectFrom('one_time_code').selectAll().execute(),
      ])
      const text = rows
        .flat()
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join('\n')
      expect(text).toContain('$argon2id$')
      for (const hidden of [longPassword, cookie.split('.')[1] ?? '', secret, invitation.code]) {
        expect(text).not.toContain(hidden)
        expect(text).not.toContain(hidden.replaceAll('-', ''))
      }
    })
  })
})
