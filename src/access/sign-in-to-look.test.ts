import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Storage } from '#storage'
import { eachEngine } from '../storage/testing.ts'
import { accessOn, appCode, firstRun, longPassword, newcomer, otherPassword } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'omamori-look-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rowsOf = (storage: Storage, facilityId: string) =>
  storage.read({ facilityId }, async (db) => ({
    accounts: await db.selectFrom('account').selectAll().execute(),
    factors: await db.selectFrom('factor').selectAll().execute(),
    sessions: await db.selectFrom('session').selectAll().execute(),
    entries: await db.selectFrom('log_entry').select('entry_id').execute(),
  }))

/** みほん診療所 with 見本 太郎, who has an app, and 例題 一郎, who has none; and its journal in doubt. */
async function inDoubt(storage: Storage) {
  const file = join(mkdtempSync(join(folder, 'anchor-')), 'anchor.json')
  const room = await accessOn(storage, { file, mayBeNew: true })
  const { access, journal, clock } = room
  const { facilityId, administrator, cookie } = await firstRun(room)
  const { factorId, secret = '' } = await access.beginFactor(administrator, { kind: 'totp' })
  const code = () => appCode(secret, clock)
  await access.confirmFactor(administrator, { factorId, code: code() })
  await newcomer(room, administrator)
  await journal.close()
  const anchored = readFileSync(file)
  const doubt = async (contents: string | Buffer) => {
    writeFileSync(file, contents)
    await journal.compare([facilityId])
  }
  await doubt('?')
  const before = await rowsOf(storage, facilityId)
  const taro = { loginName: 'taro', password: longPassword }
  const ichiro = { loginName: 'ichiro', password: longPassword }
  return {
    ...{ room, access, clock, facilityId, cookie, code, taro, ichiro },
    unchanged: async () => expect(await rowsOf(storage, facilityId)).toEqual(before),
    lift: () => doubt(anchored),
  }
}

const codeOf = (error: { code?: string }) => error.code

eachEngine('signing in while nothing may be written', (open) => {
  it('lets people read with their password and their app, and writes nothing', async () => {
    const { access, clock, taro, ichiro, code, unchanged, facilityId } = await inDoubt(await open())
    expect(await access.signIn(taro).catch(codeOf)).toBe('second-factor-needed')
    clock.pass(60)
    const opened = await access.signIn({ ...taro, code: code() })
    expect(opened).toMatchObject({ facilityId, onlyLooking: true })
    const { caller } = await access.authenticate(opened.cookie)
    expect((await access.readMe(caller)).account.loginName).toBe('taro')
    expect((await access.readAccounts(caller)).length).toBe(2)
    const other = await access.authenticate((await access.signIn(ichiro)).cookie)
    expect(other.caller.roles).toEqual(['staff'])
    const change = () => access.changeOwnLanguage(caller, { language: 'en' })
    await expect(change()).rejects.toMatchObject({ code: 'read-only', facts: { reason: 'quarantine' } })
    await unchanged()
  })

  it('takes each code once, and a wrong one not at all', async () => {
    const { access, clock, taro, code, unchanged } = await inDoubt(await open())
    clock.pass(60)
    const both = [() => access.signIn({ ...taro, code: code() }), () => access.signIn({ ...taro, code: code() })]
    const came = await Promise.allSettled(both.map((one) => one()))
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await access.signIn({ ...taro, code: '000000' }).catch(codeOf)).toBe('sign-in-failed')
    await unchanged()
  })

  it('makes those who guess wait as ever, known names and unknown ones alike', async () => {
    const { access, ichiro, unchanged, clock } = await inDoubt(await open())
    for (const loginName of ['ichiro', 'nobody']) {
      const said: unknown[] = []
      for (let i = 0; i < 5; i++) said.push(await access.signIn({ loginName, password: otherPassword }).catch(codeOf))
      expect(said).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-failed', 'locked-out', 'locked-out'])
    }
    expect(await access.signIn(ichiro).catch(codeOf)).toBe('locked-out')
    clock.pass(10)
    expect(await access.signIn(ichiro)).toMatchObject({ onlyLooking: true })
    await unchanged()
  })

  it('ends with signing out, an hour without use, and the doubt itself; sessions of rows go on', async () => {
    const { access, ichiro, clock, lift, cookie } = await inDoubt(await open())
    const out = await access.signIn(ichiro)
    await access.signOut((await access.authenticate(out.cookie)).caller)
    expect(await access.authenticate(out.cookie).catch(codeOf)).toBe('not-signed-in')
    const idle = await access.signIn(ichiro)
    clock.pass(59 * 60)
    expect((await access.authenticate(idle.cookie)).sessionId).toBe(idle.sessionId)
    clock.pass(59 * 60)
    expect((await access.authenticate(idle.cookie)).sessionId).toBe(idle.sessionId)
    clock.pass(61 * 60)
    expect(await access.authenticate(idle.cookie).catch(codeOf)).toBe('not-signed-in')
    const last = await access.signIn(ichiro)
    const foreign = `another${last.cookie.slice(last.cookie.indexOf('.'))}`
    expect(await access.authenticate(foreign).catch(codeOf)).toBe('not-signed-in')
    await lift()
    expect(await access.authenticate(last.cookie).catch(codeOf)).toBe('not-signed-in')
    expect(await access.authenticate(cookie).catch(codeOf)).toBe('not-signed-in')
    expect(await access.signIn(ichiro)).not.toHaveProperty('onlyLooking')
  })

  it('a session that was there before carries its holder on', async () => {
    const { access, cookie } = await inDoubt(await open())
    expect((await access.authenticate(cookie)).caller.actor.kind).toBe('account')
  })
})
