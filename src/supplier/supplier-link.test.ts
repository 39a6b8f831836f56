import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { supplierRoomOn } from './testing.ts'
import { given, issued, stateOf } from './testing-sheets.ts'

eachEngine('the link of a supplier', (open) => {
  it('opens its own sheets and nothing else, whatever is tried', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, registry, assessments, caller } = room
    const mine = await issued(room)
    const theirs = await issued(room, 's-02')
    const { token } = await suppliers.issueLink(caller, 's-01')
    const { cookie } = await suppliers.openLink(token)
    const { caller: guest } = await access.authenticate(cookie)
    const own = await suppliers.readOwnSheets(guest)
    expect(own.sheets.map(({ number }) => number)).toEqual([1])
    expect(JSON.stringify(own)).not.toContain('例題医療システム')
    const code = mine.codeFor('maintenance.operationsLogged')
    await suppliers.answerOwn(guest, code, { answeredBy: '例題 一郎', shareable: false, verdict: 'value', value: true })
    expect((await stateOf(room, '6.8.D-1'))?.state).toBe('met')
    const stray = theirs.sheet.questions[0]?.code ?? ''
    const strayed = suppliers.answerOwn(guest, stray, { answeredBy: '例題', shareable: false, verdict: 'not-known' })
    expect((await refusalOf(strayed)).code).toBe('not-found')
    for (const tried of [
      suppliers.readSuppliers(guest),
      suppliers.readSheet(guest, mine.sheetId),
      suppliers.issueLink(guest, 's-01'),
      suppliers.answerSheet(guest, mine.sheetId, { ...given, answers: [{ code, verdict: 'not-known' }] }),
      registry.listItems(guest, 'system'),
      registry.exportFacility(guest),
      assessments.loadAssessment(guest),
      assessments.readSnapshots(guest),
      access.readAccounts(guest),
      access.readOwnSessions(guest),
      access.beginFactor(guest, { kind: 'totp' }),
      access.changePassword(guest, { currentPassword: 'x', newPassword: 'Kx7#vq2!mZp9t' }),
    ]) {
      expect((await refusalOf(tried)).code).toBe('not-permitted')
    }
  })

  it('is refused alike when it was guessed, cut, revoked or has expired; revoking ends who is in', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, caller, clock } = room
    await issued(room)
    const { token, linkId } = await suppliers.issueLink(caller, 's-01')
    const late = await suppliers.issueLink(caller, 's-01')
    const { cookie } = await suppliers.openLink(token)
    const { caller: guest } = await access.authenticate(cookie)
    await suppliers.revokeLink(caller, linkId)
    expect((await refusalOf(suppliers.readOwnSheets(guest))).code).toBe('sign-in-failed')
    expect((await refusalOf(access.authenticate(cookie))).code).toBe('not-signed-in')
    const guessed = `${room.facilityId}.${'A'.repeat(43)}`
    for (const wrong of [token, token.slice(0, -1), guessed, '', 'x', `nowhere.${'A'.repeat(43)}`]) {
      expect(await refusalOf(suppliers.openLink(wrong))).toMatchObject({
        ...{ code: 'sign-in-failed', facts: { reason: 'link-ended' } },
      })
    }
    clock.pass(86_400 * 61)
    expect((await refusalOf(suppliers.openLink(late.token))).code).toBe('sign-in-failed')
    const { suppliers: all } = await suppliers.readSuppliers(caller)
    expect(all.flatMap(({ links }) => links)).toEqual([])
    // Links that ended leave nobody in the list of accounts.
    expect((await access.readAccounts(consoleCaller(caller.facilityId))).map(({ displayName }) => displayName)).toEqual(
      ['見本 太郎'],
    )
  })

  it('its account cannot be given more: no role, no password, no new name', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, access, caller } = room
    const { token } = await suppliers.issueLink(caller, 's-01')
    const { accountId } = await suppliers.openLink(token)
    const administrator = { ...caller, roles: ['administrator'] } as const
    const reset = { accountId, identityCheckedBy: '見た', removeFactors: false }
    for (const tried of [
      () => access.changeAccount(administrator, { accountId, version: 1, roles: ['director'] }),
      () => access.changeAccount(administrator, { accountId, version: 1, loginName: 'taro2' }),
      () => access.resetAccount(administrator, reset),
    ]) {
      expect((await refusalOf(tried())).facts).toMatchObject({ reason: 'link-account' })
    }
    await access.disableAccount(administrator, { accountId, version: 1 })
    expect((await refusalOf(suppliers.openLink(token))).code).toBe('sign-in-failed')
  })
})
