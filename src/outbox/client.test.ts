import { createServer, type Server as NetServer, type Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, describe, expect, it } from 'vitest'
import { type Letter, postWith, type Server } from './client.ts'
import { login, selfMade, startMailServer } from './testing.ts'

const stops: (() => Promise<void>)[] = []
afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))))

const post = postWith({ authorities: selfMade })
const letter: Letter = {
  mailId: 'mail-1',
  sender: 'omamori@example.jp',
  recipient: 'mihon@example.jp',
  subject: '【お守り】警報：証跡に、合わない所がある（みほん診療所）',
  body: 'みほん診療所のお守りからのお知らせです。\n\n. 点で始まる行\n髙﨑 𠮷田\n',
  madeAt: '2026-11-23T00:00:00.000Z',
}

async function serverWith(options: SMTPServerOptions = {}) {
  const running = await startMailServer(options)
  stops.push(running.stop)
  const server: Server = {
    ...{ host: 'localhost', port: running.port, tls: 'starttls', loginName: login.user, password: login.password },
  }
  return { ...running, server }
}

/** Something that listens and is no mail server. */
async function listening(meet: (socket: Socket) => void): Promise<Server> {
  const open = new Set<Socket>()
  const server: NetServer = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    meet(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(async () => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  return { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0, tls: 'none' }
}

const refusing = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode })

describe('a mail that is taken', () => {
  it('arrives with its Japanese subject and text, in plain text, over a line that STARTTLS has closed', async () => {
    const secure: boolean[] = []
    const { server, mails, raw } = await serverWith({
      onMailFrom(_, session, done) {
        secure.push(session.secure)
        done()
      },
    })
    expect(await post(server, letter)).toEqual({ isSent: true, answer: expect.stringContaining('250') })
    expect(secure).toEqual([true])
    const [mail] = mails
    expect(mail?.subject).toBe(letter.subject)
    expect(mail?.text).toBe(letter.body)
    expect(mail?.html).toBe(false)
    expect(mail?.from?.value).toEqual([{ name: 'お守り Omamori', address: 'omamori@example.jp' }])
    expect(mail?.messageId).toBe('<mail-1@omamori.invalid>')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    // Nothing but ASCII on the way, for servers that know nothing else.
    expect(raw[0]).toMatch(/^[\x20-\x7e\r\n\t]+$/)
  })

  it('goes over TLS from the first byte as well', async () => {
    const { server, mails } = await serverWith({ secure: true })
    expect(await post({ ...server, tls: 'implicit' }, letter)).toMatchObject({ isSent: true })
    expect(mails).toHaveLength(1)
  })

  it('goes without TLS and without a password only where that was chosen', async () => {
    const { server, mails } = await serverWith({ authOptional: true, disabledCommands: ['STARTTLS'] })
    const { host, port } = server
    expect(await post({ host, port, tls: 'starttls' }, letter)).toMatchObject({ isSent: false, code: 'no-tls' })
    expect(await post({ host, port, tls: 'none' }, letter)).toMatchObject({ isSent: true })
    expect(mails).toHaveLength(1)
  })

  it('a subject that tries to begin a new header stays a subject', async () => {
    const { server, mails } = await serverWith()
    await post(server, { ...letter, subject: '警報\r\nBcc: thief@example.jp\r\n\r\n本文' })
    expect(mails[0]?.bcc).toBeUndefined()
    expect(mails[0]?.text).toBe(letter.body)
  })
})

describe('a mail that is not taken', () => {
  it('a certificate that nobody vouches for is refused, and the password is not said', async () => {
    let signedIn = 0
    const { server, mails } = await serverWith({
      onAuth(_, __, done) {
        signedIn += 1
        done(null, { user: 'x' })
      },
    })
    expect(await postWith()(server, letter)).toMatchObject({ isSent: false, code: 'certificate', forGood: false })
    expect([signedIn, mails.length]).toEqual([0, 0])
  })

  it('a certificate of another name is refused', async () => {
    const { server } = await serverWith()
    expect(await post({ ...server, host: '127.0.0.2' }, letter)).toMatchObject({ isSent: false })
    expect(await post({ ...server, host: 'localhost' }, letter)).toMatchObject({ isSent: true })
  })

  it('a wrong password is said in the words of the server, without the password', async () => {
    const { server } = await serverWith()
    const posted = await post({ ...server, password: 'chigau-kotoba' }, letter)
    expect(posted).toMatchObject({ isSent: false, code: 'sign-in', answer: expect.stringContaining('535') })
    expect(JSON.stringify(posted)).not.toContain('chigau')
  })

  it('a server that says the password back is not quoted', async () => {
    const { server } = await serverWith({
      onAuth: ({ password }, _, done) => done(refusing(`no such password: ${password}`, 535)),
    })
    expect(await post(server, letter)).toEqual({ isSent: false, code: 'sign-in', forGood: false })
  })

  const answers: readonly (readonly [string, SMTPServerOptions, object])[] = [
    ['the sender', { onMailFrom: (_, __, done) => done(refusing('not you', 550)) }, { code: 'sender', forGood: false }],
    [
      'the address for good',
      { onRcptTo: (_, __, done) => done(refusing('no such user', 550)) },
      { code: 'recipient', forGood: true },
    ],
    [
      'the address for now',
      { onRcptTo: (_, __, done) => done(refusing('greylisted', 451)) },
      { code: 'busy', forGood: false },
    ],
    [
      'the text for good',
      { onData: (stream, _, done) => void stream.resume().on('end', () => done(refusing('spam', 554))) },
      { code: 'message', forGood: true },
    ],
    [
      'the text for now',
      { onData: (stream, _, done) => void stream.resume().on('end', () => done(refusing('full', 452))) },
      { code: 'busy', forGood: false },
    ],
  ]
  it.each(answers)('a server that refuses %s is understood', async (_, options, expected) => {
    const { server } = await serverWith(options)
    expect(await post(server, letter)).toMatchObject({ isSent: false, answer: expect.any(String), ...expected })
  })

  it('nobody there', async () => {
    const { server, stop } = await serverWith()
    await stop()
    expect(await post(server, letter)).toMatchObject({ isSent: false, code: 'unreachable', forGood: false })
  })

  it('a server that says nothing is not waited for for ever', async () => {
    const server = await listening(() => {})
    const impatient = postWith({ timeMs: 200 })
    expect(await impatient(server, letter)).toEqual({ isSent: false, code: 'slow', forGood: false })
  })

  it('a server that dies in the middle', async () => {
    const server = await listening((socket) => {
      socket.write('220 mihon ESMTP\r\n')
      socket.on('data', (words) => {
        const said = words.toString()
        if (/^EHLO/.test(said)) socket.write('250 mihon\r\n')
        else if (/^DATA/.test(said)) socket.destroy()
        else socket.write('250 ok\r\n')
      })
    })
    expect(await post(server, letter)).toMatchObject({ isSent: false, code: 'broken-off', forGood: false })
  })

  it('what is no mail server is no fault of ours', async () => {
    const server = await listening((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await post(server, letter)).toMatchObject({ isSent: false, forGood: false })
    const endless = await listening((socket) => {
      const babble = () => void (socket.destroyed || socket.write('220-'.padEnd(60_000, 'x'), babble))
      babble()
    })
    expect(await post(endless, letter)).toMatchObject({ isSent: false, forGood: false })
  })
})
