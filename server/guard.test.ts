import { beforeAll, describe, expect, it } from 'vitest'
import { type Door, firstRun, openDoor } from './testing.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor({ hosts: ['localhost', '192.168.1.10'], setupCode: () => 'ABCD-EFGH' })
})

describe('the code of the first run', () => {
  const codeFor = async (sent: Parameters<Door['ask']>[2]) => (await door.ask('GET', '/status', sent)).body.setupCode

  it('is not shown to another machine, nor through a proxy', async () => {
    expect(await codeFor({ remoteAddress: '192.168.1.22', headers: { host: '192.168.1.10:8420' } })).toBeUndefined()
    for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']) {
      expect(await codeFor({ headers: { [name]: '127.0.0.1' } }), name).toBeUndefined()
    }
  })

  it('is shown to the machine itself', async () => {
    expect(await codeFor({})).toBe('ABCD-EFGH')
    expect(await codeFor({ remoteAddress: '::1' })).toBe('ABCD-EFGH')
  })

  it('is not shown to anybody once there is an administrator', async () => {
    cookie = await firstRun(door.platform)
    expect(await codeFor({})).toBeUndefined()
  })
})

describe('a request that a foreign page may have sent', () => {
  it('is refused when it names a host we are not', async () => {
    for (const host of ['omamori.example', 'localhost.omamori.example:8420', '127.0.0.2']) {
      const { status, body } = await door.ask('GET', '/status', { headers: { host } })
      expect([status, body?.facts], host).toEqual([400, { reason: 'unknown-host' }])
    }
  })

  it('is answered under each name we have, with any port', async () => {
    for (const host of ['localhost', 'localhost:1234', 'LOCALHOST:8420', '192.168.1.10:8420']) {
      expect((await door.ask('GET', '/status', { headers: { host } })).status, host).toBe(200)
    }
  })

  it.each([
    ['the origin of another page', { origin: 'http://omamori.example' }, 'foreign-origin'],
    ['another port of this machine', { origin: 'http://localhost:9999' }, 'foreign-origin'],
    ['no origin that can be read', { origin: 'null' }, 'foreign-origin'],
    ['another site as its beginning', { origin: undefined, 'sec-fetch-site': 'cross-site' }, 'foreign-origin'],
    ['a sister site as its beginning', { origin: undefined, 'sec-fetch-site': 'same-site' }, 'foreign-origin'],
    ['no header of ours', { 'x-omamori': undefined }, 'header-missing'],
  ])('is refused when it changes something and has %s', async (_, headers, reason) => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const { status, body } = await door.ask(method, '/session', { headers, cookie })
      expect([status, body.facts]).toEqual([403, { reason }])
    }
  })

  it('leaves the session as it was', async () => {
    expect((await door.ask('GET', '/session', { cookie })).status).toBe(200)
  })
})

describe('the headers of every answer', () => {
  it.each(['/', '/api/v1/status', '/api/v1/nowhere'])(
    'of %s let nothing foreign run, frame or be guessed',
    async (url) => {
      const { headers } = await door.ask('GET', url)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('insist on TLS where there is TLS', async () => {
    const app = await door.again({ tls: true })
    const answer = await app.inject({ url: '/api/v1/status', headers: { host: 'localhost' } })
    expect(answer.headers['strict-transport-security']).toContain('max-age=')
  })
})
