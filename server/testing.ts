import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import type { Role } from '#access'
import { openPlatform, type Platform } from '#platform'
import { buildApp } from './app.ts'
import type { AppOptions } from './options.ts'

export const password = 'Kx7#vq2!mZp9t'
export const host = 'localhost:8420'

/** The door on a platform of its own, in a folder that goes when the tests of the file are over. */
export interface Door {
  readonly platform: Platform
  readonly app: FastifyInstance
  /** The door once more, on the same platform: the counting of requests begins anew. */
  again(options?: Partial<AppOptions>): Promise<FastifyInstance>
  /** What a browser on our own page would send. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, sent?: Sent): ReturnType<typeof asked>
}

export interface Sent {
  readonly cookie?: string
  readonly body?: InjectOptions['payload']
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly remoteAddress?: string
}

const closing: (() => Promise<void>)[] = []
// Said here, while the tests are gathered: a hook that is named inside another hook never runs.
afterAll(async () => {
  for (const close of closing.splice(0)) await close()
})

export async function openDoor(options: Partial<AppOptions> = {}): Promise<Door> {
  const data = mkdtempSync(join(tmpdir(), 'omamori-server-'))
  const platform = await openPlatform({ data })
  const opened: FastifyInstance[] = []
  const again = async (more: Partial<AppOptions> = {}) => {
    const app = await buildApp({
      platform,
      hosts: ['localhost'],
      logger: pino({ level: 'silent' }),
      tls: false,
      ...more,
    })
    opened.push(app)
    return app
  }
  const app = await again(options)
  closing.push(async () => {
    for (const each of opened) await each.close()
    await platform.close()
    rmSync(data, { recursive: true, force: true })
  })
  return { platform, app, again, ask: (...words) => asked(app, ...words) }
}

/** Sends one request past the network; its answer with the body read as JSON, where it is that. */
export async function asked(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  sent: Sent = {},
) {
  const cookies = sent.cookie === undefined ? {} : { cookie: `omamori_session=${sent.cookie}` }
  const headers = { host, origin: `http://${host}`, 'x-omamori': '1', ...cookies, ...sent.headers }
  const answer = await app.inject({
    method,
    url: /^\/(api\/|assets\/|$)/.test(url) ? url : `/api/v1${url}`,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    payload: sent.body,
    remoteAddress: sent.remoteAddress ?? '127.0.0.1',
  })
  const isJson = /\bjson\b/.test(String(answer.headers['content-type']))
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: isJson ? answer.json() : undefined,
  }
}

/** The first run of みほん診療所, and the session of 見本 太郎, its director and administrator. */
export async function firstRun({ access }: Platform): Promise<string> {
  const { code } = await access.issueSetUpCode()
  const person = { displayName: '見本 太郎', loginName: 'taro', password, language: 'ja' } as const
  return (await access.setUp({ code, facilityName: 'みほん診療所', ...person, roles: ['director'] })).cookie
}

/** The session of somebody new with this role; an inspector comes by a link. */
export async function newcomer(platform: Platform, administrator: string, role: Role): Promise<string> {
  const { access, inspections } = platform
  const { caller } = await access.authenticate(administrator)
  if (role === 'inspector') {
    const invited = { name: '例題 三郎', organisation: '見本保健所', days: 1 }
    return (await inspections.openInspectorLink((await inspections.inviteInspector(caller, invited)).token)).cookie
  }
  const person = { loginName: role, displayName: '例題 一郎', roles: [role], language: 'ja' } as const
  const { invitation } = await access.createAccount(caller, { ...person, roles: [role] })
  const { session } = await access.redeemCode({ code: invitation.code, password })
  if (!session) throw new Error('a new account has no second factor yet')
  return session.cookie
}
