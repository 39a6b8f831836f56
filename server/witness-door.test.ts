import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { noteSigner, signSuccession } from '@omamori/ledger'
import { afterEach, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { send, sendWithin } from '../src/federation/client.ts'
import { logInMemory, logKey, origin } from '../src/federation/testing.ts'
import { answersOf } from './serve-witness.ts'
import { firstRun, openDoor } from './testing.ts'
import { openWitnessDoor, type WitnessLimits } from './witness-door.ts'

const { platform } = await openDoor()
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const door of opened.splice(0)) await door.close()
})
await firstRun(platform)
const [{ facilityId = '' } = {}] = await platform.facilities()
const caller = consoleCaller(facilityId)
await platform.federation.makeKeys(caller)
await platform.federation.watchLog(caller, { label: 'となりの診療所', key: logKey })
const log = logInMemory(300)
const fork = logInMemory(300, 20)

async function open(limits: Partial<WitnessLimits> = {}, addCheckpoint = platform.federation.addCheckpoint) {
  const faults: unknown[] = []
  const door = await openWitnessDoor({
    ...answersOf(platform, facilityId),
    addCheckpoint: (body) => addCheckpoint(facilityId, body),
    host: '127.0.0.1',
    port: 0,
    report: (error) => faults.push(error),
    limits,
  })
  opened.push(door)
  const address = `http://127.0.0.1:${door.port}`
  const post = async (body: string) => {
    const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  return { address, post, faults, port: door.port }
}

it('takes the word of a log that ended on its other path, and knows no third', async () => {
  const { address } = await open()
  const post = async (path: string, body: string) => {
    const answer = await fetch(`${address}/${path}`, { method: 'POST', body })
    return [answer.status, await answer.text()]
  }
  const next = noteSigner('omamori/stranger/2027', Buffer.alloc(32, 9))
  const stranger = noteSigner('omamori/stranger/2026', Buffer.alloc(32, 8))
  const ended = { origin: stranger.name, size: 3, root: Buffer.alloc(32, 1) }
  const note = signSuccession({ ended, next: next.verifierKey }, stranger)
  expect(await post('add-successor', note)).toEqual([404, 'unknown log\n'])
  expect((await post('add-successor', 'x'))[0]).toBe(400)
  expect((await post('add-successors', note))[0]).toBe(404)
})

it('answers over the network as the specification says, with each status', async () => {
  const { post, address } = await open()
  const stranger = noteSigner('omamori/stranger/2026', Buffer.alloc(32, 8))
  const forger = noteSigner(origin, Buffer.alloc(32, 8))
  const first = await post(await log.submission(0, 100))
  expect(first).toMatchObject({ status: 200, text: expect.stringMatching(/^(— omamori-witness\/\S+ \S+\n){2}$/) })
  const statuses = []
  for (const body of [
    '',
    'old 1\n',
    await log.submission(0, 3, stranger),
    await log.submission(100, 200, forger),
    await fork.submission(100, 200),
    await log.submission(100, 200),
  ])
    statuses.push((await post(body)).status)
  expect(statuses).toEqual([400, 400, 404, 403, 422, 200])
  expect(await post(await log.submission(100, 300))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '200\n' })
  expect((await fetch(`${address}/add-checkpoint`)).status).toBe(405)
  for (const path of ['/', '/api/v1/status', '/add-checkpoint/../api/v1/today', '/add-checkpoint?x'])
    expect((await fetch(address + path)).status, path).toBe(404)
})

it('a body that is too long and a caller who comes too often are cut off', async () => {
  const { address, post } = await open({ requestsAMinute: 3 })
  const long = await fetch(`${address}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(600_000) }).then(
    ({ status }) => status,
    // The connection may be closed while the rest is still on its way.
    () => 413,
  )
  expect(long).toBe(413)
  expect([(await post('x')).status, (await post('x')).status, (await post('x')).status]).toEqual([400, 400, 429])
})

it('whoever sends half a request is not waited for, and others are served meanwhile', async () => {
  const { port, post } = await open({ timeMs: 300 })
  const socket = connect(port, '127.0.0.1')
  const ended = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {})
  socket.write('POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nold ')
  expect((await post('nonsense')).status).toBe(400)
  socket.resume()
  await ended
}, 60_000)

it('a mistake of ours is reported to us, and says nothing to others', async () => {
  const { post, faults } = await open({}, async () => {
    throw new Error('secret')
  })
  expect(await post('x')).toMatchObject({ status: 500, text: 'not now\n' })
  expect(faults).toMatchObject([{ message: 'secret' }])
})

it('the client waits so long and no longer, reads so much and no more, and follows nobody elsewhere', async () => {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/silent')) return
    if (request.url?.startsWith('/moved')) return response.writeHead(307, { location: '/other/add-checkpoint' }).end()
    if (request.url?.startsWith('/endless')) {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', more)
      }
      return more()
    }
    return response.end('fine\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push({
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  })
  const { port } = server.address() as { readonly port: number }
  const base = `http://127.0.0.1:${port}`
  expect(await send(`${base}/fine/`, 'x')).toEqual({ kind: 'answered', status: 200, body: 'fine\n' })
  expect(await send(`${base}/moved`, 'x')).toMatchObject({ kind: 'answered', status: 307 })
  expect(await send(`${base}/endless`, 'x')).toEqual({ kind: 'too-long' })
  expect(await sendWithin(`${base}/silent`, 'x', 100)).toEqual({ kind: 'slow' })
  expect(await send('http://127.0.0.1:1', 'x')).toEqual({ kind: 'unreachable' })
})

it('goes through the proxy that the environment names', async () => {
  const seen: (string | undefined)[] = []
  const proxy = createServer((request, response) => {
    seen.push(request.url)
    response.end('by proxy\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  opened.push({ close: async () => void proxy.close() })
  const { port } = proxy.address() as { readonly port: number }
  const script = `import { send } from '${new URL('../src/federation/client.ts', import.meta.url)}'
    console.log(JSON.stringify(await send('http://ishikai.example/witness', 'x')))`
  const env = { ...process.env, HTTP_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: '' }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
  expect(JSON.parse(stdout)).toEqual({ kind: 'answered', status: 200, body: 'by proxy\n' })
  expect(seen).toEqual(['http://ishikai.example/witness/add-checkpoint'])
})
