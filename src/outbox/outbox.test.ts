import { afterAll, expect, it } from 'vitest'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import type { Letter, Post, Posted } from './client.ts'
import { openOutbox } from './open-outbox.ts'
import { login, manager, outboxOn, startMailServer } from './testing.ts'

const stops: (() => Promise<void>)[] = []
afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))))

async function mailServer() {
  const server = await startMailServer()
  stops.push(server.stop)
  return server
}

/** A way out that answers as it is told, and remembers what went. */
function wayOut(answer: () => Posted = () => ({ isSent: true })) {
  const letters: Letter[] = []
  const post: Post = async (_, letter) => {
    letters.push(letter)
    return answer()
  }
  return { letters, post }
}

const never = { code: 'recipient', forGood: true } as const

const later = (clock: { now(): string; set(now: string): void }, minutes: number) =>
  clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString())

eachEngine('the outbox', (open) => {
  it('an alarm is told by mail when it is raised, once, and when it is cleared, and the journal says so', async () => {
    const server = await mailServer()
    const { outbox, scope, name, read, entries, clock } = outboxOn(await open())
    await name({ port: server.port, recipients: ['mihon@example.jp', 'reidai@example.jp'] })
    for (let look = 0; look < 3; look += 1) {
      await outbox.tellAlarms(scope, ['journal-findings'])
      await outbox.sendDue(scope)
      later(clock, 1)
    }
    expect(server.mails.map(({ subject }) => subject)).toEqual([
      '【お守り】警報：証跡に、合わない所がある（みほん診療所）',
      '【お守り】警報：証跡に、合わない所がある（みほん診療所）',
    ])
    expect((await read()).alarms).toEqual([
      { kind: 'journal-findings', since: '2026-11-23T00:00:00.000Z', told: true, reached: 'somebody' },
    ])
    await outbox.tellAlarms(scope, [])
    await outbox.sendDue(scope)
    expect(server.mails).toHaveLength(4)
    expect(server.mails[3]?.subject).toContain('おさまりました')
    const { alarms, mails, waiting } = await read()
    expect([alarms, waiting]).toEqual([[], 0])
    expect(mails.map(({ state, attempts }) => [state, attempts])).toEqual(Array(4).fill(['sent', 1]))
    expect((await entries()).slice(0, 2)).toEqual([
      ['alarm.cleared', 'journal-findings', { mails: 2 }],
      ['alarm.raised', 'journal-findings', { mails: 2 }],
    ])
  })

  it('without a mail server nothing calls out; an alarm that still stands when one is named is told then', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name, read } = outboxOn(await open(), post)
    await outbox.tellAlarms(scope, ['journal-findings', 'witness-waiting'])
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    expect(letters).toEqual([])
    expect((await read()).alarms).toMatchObject([{ kind: 'journal-findings', told: false }])
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    // Of the one that came and went while nobody could be told, nothing is said.
    expect(letters.map(({ subject }) => subject)).toEqual(['【お守り】警報：証跡に、合わない所がある（みほん診療所）'])
  })

  it('an alarm that comes and goes floods nobody, and the last mail tells the truth', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name, clock, read } = outboxOn(await open(), post)
    await name({})
    for (let look = 0; look < 31; look += 1) {
      await outbox.tellAlarms(scope, look % 2 === 0 ? ['journal-findings'] : [])
      await outbox.sendDue(scope)
      later(clock, 1)
    }
    expect(letters).toHaveLength(4)
    expect((await read()).alarms).toMatchObject([{ told: false }])
    later(clock, 60)
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    expect(letters.at(-1)?.subject).toContain('警報')
    expect((await read()).alarms).toMatchObject([{ told: true }])
  })

  it('several who look at the same time raise it once', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name } = outboxOn(await open(), post)
    await name({})
    await Promise.all(Array.from({ length: 5 }, () => outbox.tellAlarms(scope, ['journal-findings'])))
    await Promise.all(Array.from({ length: 5 }, () => outbox.sendDue(scope)))
    expect(letters).toHaveLength(1)
  })

  it('a server that is gone is tried again with growing pauses, and given up visibly after two days', async () => {
    const { letters, post } = wayOut(() => ({ isSent: false, code: 'unreachable', forGood: false }))
    const { outbox, scope, name, clock, read, entries } = outboxOn(await open(), post)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    await outbox.sendDue(scope)
    expect(letters).toHaveLength(1)
    expect(await read()).toMatchObject({
      mails: [{ state: 'waiting', attempts: 1, code: 'unreachable' }],
      alarms: [{ told: true, reached: 'nobody-yet' }],
    })
    for (let hour = 0; hour < 60; hour += 1) {
      later(clock, 60)
      await outbox.sendDue(scope)
    }
    expect(letters.length).toBeGreaterThan(10)
    expect(new Set(letters.map(({ mailId }) => mailId)).size).toBe(1)
    expect((await read()).mails).toMatchObject([{ state: 'failed', code: 'unreachable' }])
    expect((await entries())[0]).toMatchObject(['mail.given-up', expect.any(String), { code: 'unreachable' }])
  })

  it('what was given up goes again when somebody asks, as the same mail, and the journal says who', async () => {
    const answers: Posted[] = [
      { isSent: false, code: 'recipient', answer: '550 no such user', forGood: true },
      { isSent: false, code: 'recipient', answer: '550 still not', forGood: true },
      { isSent: true, answer: '250 ok' },
    ]
    const { letters, post } = wayOut(() => answers[letters.length - 1] ?? { isSent: true })
    const { outbox, scope, name, read, entries, clock } = outboxOn(await open(), post)
    const caller = manager(scope.facilityId)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    const { mails, alarms } = await read()
    const [mail] = mails
    expect(mail).toMatchObject({ state: 'failed', canGoAgain: true })
    expect(alarms).toMatchObject([{ told: true, reached: 'nobody' }])
    const mailId = mail?.mailId ?? ''
    later(clock, 60 * 72)
    const recipient = 'mihon@example.jp'
    const refused = { recipient, isSent: false, code: 'recipient', answer: '550 still not' }
    expect(await outbox.sendAgain(caller, mailId)).toEqual([refused])
    expect((await read()).mails).toMatchObject([{ state: 'failed', attempts: 2, canGoAgain: true }])
    expect(await outbox.sendAgain(caller, mailId)).toEqual([{ recipient, isSent: true, answer: '250 ok' }])
    expect(await read()).toMatchObject({
      mails: [{ state: 'sent', attempts: 3, canGoAgain: false }],
      alarms: [{ reached: 'somebody' }],
    })
    expect(new Set(letters.map((letter) => letter.mailId))).toEqual(new Set([mailId]))
    expect((await entries()).slice(0, 3)).toEqual([
      ['mail.sent-again', mailId, { kind: 'journal-findings', attempts: 2 }],
      ['mail.given-up', mailId, { kind: 'journal-findings', code: 'recipient', attempts: 2 }],
      ['mail.sent-again', mailId, { kind: 'journal-findings', attempts: 1 }],
    ])
    expect((await refusalOf(outbox.sendAgain(caller, mailId))).facts.reason).toBe('mail-not-given-up')
  })

  it('an alarm that is over is not told again as one that stands', async () => {
    let answer: Posted = { isSent: false, ...never }
    const { letters, post } = wayOut(() => answer)
    const { outbox, scope, name, read, clock } = outboxOn(await open(), post)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    later(clock, 1)
    await outbox.tellAlarms(scope, [])
    await outbox.sendDue(scope)
    const { mails } = await read()
    expect(mails.map(({ state, canGoAgain }) => [state, canGoAgain])).toEqual([
      ['failed', true],
      ['failed', false],
    ])
    answer = { isSent: true }
    const caller = manager(scope.facilityId)
    const [cleared, raised] = mails
    expect((await refusalOf(outbox.sendAgain(caller, raised?.mailId ?? ''))).facts.reason).toBe('mail-old-news')
    expect(await outbox.sendAgain(caller, cleared?.mailId ?? '')).toMatchObject([{ isSent: true }])
    expect(letters.at(-1)?.subject).toContain('おさまりました')
  })

  it('two who ask for it at once send it once; who has no right to it, and what is not there, change nothing', async () => {
    const { letters, post } = wayOut(() => (letters.length === 1 ? { isSent: false, ...never } : { isSent: true }))
    const { outbox, scope, name, read, entries } = outboxOn(await open(), post)
    const caller = manager(scope.facilityId)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    const mailId = (await read()).mails[0]?.mailId ?? ''
    const clerk = { ...caller, roles: ['director'] as const }
    expect((await refusalOf(outbox.sendAgain(clerk, mailId))).code).toBe('not-permitted')
    expect((await refusalOf(outbox.sendAgain(caller, 'nowhere'))).code).toBe('not-found')
    const asked = await Promise.allSettled([1, 2, 3].map(() => outbox.sendAgain(caller, mailId)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(letters).toHaveLength(2)
    expect((await entries()).filter(([act]) => act === 'mail.sent-again')).toHaveLength(1)
  })

  it('a test that failed, and a mail without a server to hand it to, do not go again', async () => {
    const { post } = wayOut(() => ({ isSent: false, code: 'recipient', forGood: true }))
    const { outbox, scope, name, test, read } = outboxOn(await open(), post)
    const caller = manager(scope.facilityId)
    await name({})
    await test()
    const tested = (await read()).mails[0]
    expect(tested).toMatchObject({ state: 'failed', canGoAgain: false })
    expect((await refusalOf(outbox.sendAgain(caller, tested?.mailId ?? ''))).facts.reason).toBe('mail-not-given-up')
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    await outbox.dropServer(caller)
    const alarm = (await read()).mails.find(({ kind }) => kind !== 'test')
    expect((await refusalOf(outbox.sendAgain(caller, alarm?.mailId ?? ''))).facts.reason).toBe('mail-no-server')
  })

  it('what the server will never take is given up at once', async () => {
    const { post } = wayOut(() => ({ isSent: false, code: 'recipient', answer: '550 no such user', forGood: true }))
    const { outbox, scope, name, read } = outboxOn(await open(), post)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    expect((await read()).mails).toMatchObject([{ state: 'failed', code: 'recipient', answer: '550 no such user' }])
  })

  it('a process that dies between sending and marking sends once more, as the same mail: at least once', async () => {
    const { letters, post } = wayOut()
    const storage = await open()
    const dying = outboxOn(storage, async (server, letter) => {
      await post(server, letter)
      throw new Error('killed')
    })
    await dying.name({})
    await dying.outbox.tellAlarms(dying.scope, ['journal-findings'])
    await expect(dying.outbox.sendDue(dying.scope)).rejects.toThrow('killed')
    await dying.outbox.sendDue(dying.scope)
    expect(letters).toHaveLength(1)
    expect((await dying.read()).mails).toMatchObject([{ state: 'waiting', attempts: 1 }])
    later(dying.clock, 6)
    await openOutbox({ ...dying.ground, post }).sendDue(dying.scope)
    expect(letters.map(({ mailId }) => mailId)).toEqual([letters[0]?.mailId, letters[0]?.mailId])
    expect((await dying.read()).mails).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('a clock that was wrong and is set back keeps no mail waiting for years', async () => {
    const { letters, post } = wayOut(() => ({ isSent: letters.length > 1, code: 'busy', forGood: false }) as Posted)
    const { outbox, scope, name, clock } = outboxOn(await open(), post)
    clock.set('2031-01-01T00:00:00.000Z')
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.sendDue(scope)
    clock.set('2026-11-23T00:00:00.000Z')
    await outbox.sendDue(scope)
    expect(letters).toHaveLength(2)
  })

  it('an address that was taken off the list gets nothing any more', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name, read } = outboxOn(await open(), post)
    await name({ recipients: ['machigai@example.jp'] })
    await outbox.tellAlarms(scope, ['journal-findings'])
    await name({ recipients: ['mihon@example.jp'] })
    await outbox.sendDue(scope)
    expect(letters).toEqual([])
    expect((await read()).mails).toMatchObject([{ state: 'failed', code: 'not-listed' }])
  })
})

eachEngine('naming the mail server', (open) => {
  it('asks for the right, for addresses, and for encryption where there is a password', async () => {
    const { outbox, scope, name, wanted } = outboxOn(await open())
    const clerk = { ...manager(scope.facilityId), roles: ['director'] as const }
    expect((await refusalOf(outbox.nameServer(clerk, wanted))).code).toBe('not-permitted')
    const reasonOf = async (request: Parameters<typeof name>[0]) => (await refusalOf(name(request))).facts.reason
    expect(await reasonOf({ host: 'mail example' })).toBe('mail-not-a-host')
    expect(await reasonOf({ sender: 'omamori' })).toBe('mail-not-an-address')
    expect(await reasonOf({ recipients: ['x@example.jp\nBcc: y@example.jp'] })).toBe('mail-not-an-address')
    expect(await reasonOf({ tls: 'none' })).toBe('mail-password-in-clear')
    expect(await reasonOf({ password: undefined })).toBe('mail-password-alone')
    expect(await reasonOf({ loginName: undefined })).toBe('mail-password-alone')
  })

  it('keeps the password closed, shows it to nobody, and sends it nowhere else', async () => {
    const storage = await open()
    const { scope, name, read, entries } = outboxOn(storage)
    await name({})
    await name({ password: undefined, recipients: ['reidai@example.jp'] })
    for (const elsewhere of [{ host: 'thief.example.jp' }, { port: 2525 }, { loginName: 'other' }] as const) {
      const refusal = await refusalOf(name({ password: undefined, ...elsewhere }))
      expect(refusal.facts.reason).toBe('mail-password-again')
    }
    const view = await read()
    expect(view.server).toMatchObject({ host: 'localhost', hasPassword: true, recipients: ['reidai@example.jp'] })
    const rows = await storage.read(scope, (db) => db.selectFrom('mail_server').selectAll().execute())
    const said = [view, await entries(), rows.map((row) => ({ ...row, password: String(row.password) }))]
    expect(JSON.stringify(said)).not.toContain(login.password)
    expect(JSON.stringify(await entries())).not.toContain('reidai@')
  })

  it('a test mail says what the server answered, to each address; five in an hour are enough', async () => {
    const server = await mailServer()
    const { name, test, read, clock, entries } = outboxOn(await open())
    expect((await refusalOf(test())).facts.reason).toBe('mail-no-server')
    await name({ port: server.port, recipients: ['mihon@example.jp', 'reidai@example.jp'] })
    expect(await test()).toEqual([
      { recipient: 'mihon@example.jp', isSent: true, answer: expect.stringContaining('250') },
      { recipient: 'reidai@example.jp', isSent: true, answer: expect.stringContaining('250') },
    ])
    expect(server.mails[0]?.subject).toBe('【お守り】試しのメール（みほん診療所）')
    expect((await entries())[0]).toEqual(['mail.tested', 'mihon', { mails: 2 }])
    await name({ port: server.port, password: 'chigau-kotoba' })
    later(clock, 1)
    expect(await test()).toEqual([
      { recipient: 'mihon@example.jp', isSent: false, code: 'sign-in', answer: expect.stringContaining('535') },
    ])
    // A test is tried once: nobody waits for it later.
    expect((await read()).waiting).toBe(0)
    for (let more = 0; more < 3; more += 1) {
      later(clock, 1)
      await test()
    }
    later(clock, 1)
    expect((await refusalOf(test())).facts.reason).toBe('mail-too-many-tests')
  })

  it('once it is dropped, nothing calls out any more', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name, read } = outboxOn(await open(), post)
    await name({})
    await outbox.tellAlarms(scope, ['journal-findings'])
    await outbox.dropServer(manager(scope.facilityId))
    await outbox.sendDue(scope)
    expect(letters).toEqual([])
    expect((await read()).server).toBeUndefined()
    expect((await refusalOf(outbox.dropServer(manager(scope.facilityId)))).facts.reason).toBe('mail-no-server')
  })

  it('a facility whose journal is in quarantine is told without a row, once', async () => {
    const { letters, post } = wayOut()
    const { outbox, scope, name, clock, read } = outboxOn(await open(), post)
    await name({})
    for (let look = 0; look < 3; look += 1) {
      await outbox.tellWithoutRow(scope, 'quarantine')
      later(clock, 60)
    }
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('書き込みを止めている')])
    expect((await read()).mails).toEqual([])
  })
})
