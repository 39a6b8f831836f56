import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailServer, type TestMailServer } from '../src/outbox/testing.ts'
import { atPlatform, firstRun, folderForTests } from '../test/installation.ts'
import { omamoriHere } from '../test/running.ts'

const data = join(folderForTests(), 'data')
const run = (...words: readonly string[]) => omamoriHere('mail', ...words, '--data', data)

let server: TestMailServer
let isRefusing = true
beforeAll(async () => {
  server = await startMailServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      done(isRefusing ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null)
    },
  })
  const { facilityId } = await atPlatform({ data }, async (platform) => (await firstRun(platform)).administrator)
  const [port, sender, to] = [String(server.port), 'omamori@example.jp', 'mihon@example.jp']
  expect(
    (await run('server', ...['--host', '127.0.0.1', '--port', port, '--tls', 'none', '--sender', sender, '--to', to]))
      .code,
  ).toBe(0)
  await atPlatform({ data }, async ({ outbox }) => {
    await outbox.tellAlarms({ facilityId }, ['journal-findings'])
    await outbox.sendDue({ facilityId })
  })
})
afterAll(() => server.stop())

it('a mail that was given up is shown with its id, goes again when asked for, and the command ends with 0 once it was taken', async () => {
  const { stdout: shown, code } = await run('show')
  const [, id = ''] = /^([0-9a-f]{8}) {2}.*届けられませんでした.*宛先が受け付けられません$/m.exec(shown) ?? []
  expect([code, id]).toEqual([1, expect.stringMatching(/./)])
  expect(await run('again', id)).toMatchObject({ code: 1, stdout: expect.stringContaining('5.1.1 no such user') })
  isRefusing = false
  expect(await run('again', id)).toMatchObject({ code: 0, stdout: expect.stringContaining('渡しました') })
  expect(server.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('証跡に、合わない所がある')])
})

it('a mail that is not there, or went out, is refused with what to do', async () => {
  expect(await run('again', 'zzzz')).toMatchObject({ code: 2 })
  const [, id = ''] = /^([0-9a-f]{8}) /m.exec((await run('show')).stdout) ?? []
  expect(await run('again', id)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('もう一度送るものではありません'),
  })
})
