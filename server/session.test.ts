import { beforeAll, describe, expect, it } from 'vitest'
import { asked, type Door, openDoor, password } from './testing.ts'

let door: Door
const person = { facilityName: 'みほん診療所', displayName: '見本 太郎', loginName: 'taro', password }
beforeAll(async () => {
  door = await openDoor()
})

const cookieOf = (headers: Record<string, unknown>) => [headers['set-cookie']].flat().map(String)[0] ?? ''
const sessionIn = (cookie: string) => /^omamori_session=([^;]*)/.exec(cookie)?.[1]

describe('the first run', () => {
  it('is refused with a code that was not issued', async () => {
    const { status, body } = await door.ask('POST', '/setup', { body: { ...person, code: 'AAAA-AAAA-AAAA-AAAA' } })
    expect([status, body.code]).toEqual([401, 'sign-in-failed'])
  })

  it('makes the facility once, shows the recovery sheet, and gives a session that no script and no other page can use', async () => {
    const { code } = await door.platform.access.issueSetUpCode()
    const { status, body, headers } = await door.ask('POST', '/setup', { body: { ...person, code } })
    expect(status).toBe(201)
    expect(body).toMatchObject({ facility: { name: 'みほん診療所', sample: false }, recoveryCode: expect.any(String) })
    expect(cookieOf(headers)).toMatch(/; Path=\/; .*HttpOnly; SameSite=Strict$/)
    expect(cookieOf(headers)).not.toContain('Secure')
    const again = await door.ask('POST', '/setup', { body: { ...person, code } })
    expect(again.status).toBe(401)
  })
})

describe('signing in', () => {
  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await door.ask('POST', '/session', { body: { loginName: 'taro', password: 'not-the-password' } })
    const unknown = await door.ask('POST', '/session', { body: { loginName: 'nobody', password: 'not-the-password' } })
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body])
    expect(wrong.body).toMatchObject({ code: 'sign-in-failed' })
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  it('gives a session that ends with signing out, for the cookie that was kept too', async () => {
    const entered = await door.ask('POST', '/session', { body: { loginName: 'taro', password } })
    const cookie = sessionIn(cookieOf(entered.headers))
    expect(entered.body.account).toMatchObject({ loginName: 'taro', displayName: '見本 太郎' })
    expect((await door.ask('GET', '/session', { cookie })).status).toBe(200)
    const left = await door.ask('DELETE', '/session', { cookie })
    expect(left.status).toBe(204)
    expect(sessionIn(cookieOf(left.headers))).toBe('')
    expect((await door.ask('GET', '/session', { cookie })).status).toBe(401)
  })

  it('over TLS gives a cookie that never leaves without it', async () => {
    const app = await door.again({ tls: true })
    const { headers } = await asked(app, 'POST', '/session', { body: { loginName: 'taro', password } })
    expect(cookieOf(headers)).toContain('; Secure')
  })

  it('is slowed for an address that tries and tries', async () => {
    const app = await door.again()
    const statuses = new Set<number>()
    for (let tries = 0; tries < 31; tries += 1) statuses.add((await asked(app, 'POST', '/session')).status)
    expect([...statuses]).toEqual([400, 429])
    const { body } = await asked(app, 'POST', '/session')
    expect(body).toMatchObject({ code: 'locked-out', facts: { reason: 'too-many-requests' } })
  })

  it('leaves the sample closed where there is no sample', async () => {
    expect((await door.ask('POST', '/session/sample')).status).toBe(403)
  })
})
