import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type Caller, consoleCaller } from '#access'
import type { Storage } from '#storage'
import { journalOn, keysInMemory } from '../journal/testing.ts'
import { type Post, postWith } from './client.ts'
import type { Ground } from './ground.ts'
import { openOutbox } from './open-outbox.ts'
import type { NameServerRequest } from './wire.ts'

const fixture = (name: string) => readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8')

/** The certificate of the mail server below, which nobody vouches for but itself. */
export const selfMade = fixture('self-made.pem')

export const login = { user: 'omamori', password: 'himitsu-no-kotoba' } as const

export interface TestMailServer {
  readonly port: number
  readonly mails: readonly ParsedMail[]
  readonly raw: readonly string[]
  stop(): Promise<void>
}

/** A real mail server on this machine: TLS, sign-in, and whatever the test wants it to answer. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const mails: ParsedMail[] = []
  const raw: string[] = []
  const server = new SMTPServer({
    key: fixture('self-made-key.pem'),
    cert: selfMade,
    disableReverseLookup: true,
    onAuth({ username, password }, _, done) {
      if (username === login.user && password === login.password) done(null, { user: username })
      else done(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }))
    },
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const whole = Buffer.concat(parts)
        raw.push(whole.toString())
        void simpleParser(whole).then((mail) => {
          mails.push(mail)
          done()
        }, done)
      })
    },
    ...options,
  })
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { port, mails, raw, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

export const manager = (facilityId: string): Caller => ({
  facilityId,
  actor: { kind: 'account', id: 'account-1' },
  roles: ['safety-manager'],
})

/** The outbox of a facility on the storage, on a clock that stands until it is set. */
export function outboxOn(storage: Storage, post: Post = postWith({ authorities: selfMade })) {
  const scope = { facilityId: 'mihon' }
  const keys = keysInMemory()
  const { journal, clock } = journalOn(storage, '2026-11-23T00:00:00.000Z', keys)
  const named = async () => ({ name: 'みほん診療所', sample: false })
  const ground: Ground = { storage, keys, journal, clock, newId: randomUUID, named, post }
  const outbox = openOutbox(ground)
  const console = consoleCaller(scope.facilityId)
  const wanted: NameServerRequest = {
    ...{ host: 'localhost', port: 1, tls: 'starttls', loginName: login.user, password: login.password },
    ...{ sender: 'omamori@example.jp', recipients: ['mihon@example.jp'] },
  }
  return {
    ...{ outbox, ground, scope, journal, clock, wanted },
    name: (request: Partial<NameServerRequest>) => outbox.nameServer(console, { ...wanted, ...request }),
    read: () => outbox.readOutbox(console),
    test: () => outbox.sendTest(console),
    entries: async () =>
      (await journal.entries(scope)).entries.map(({ act, subject, detail }) => [act, subject.id, detail]),
  }
}
