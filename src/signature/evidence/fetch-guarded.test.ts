import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkedAddress } from './checked-address.ts'
import { type FetchLimits, fetchGuarded, type Resolve } from './fetch-guarded.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on loopback, and how many asked it. */
async function serve(listener: RequestListener) {
  const asked: { host: string | undefined; method: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({ host: request.headers.host, method: request.method })
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, asked }
}

const limits = (more: Partial<FetchLimits> = {}): FetchLimits => ({
  exempt: new Set(),
  mostBytes: 1_000,
  timeMs: 20_000,
  ...more,
})
const toLoopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]

test.each([
  ['ldap://pki.example/cn=ca?certificateRevocationList', 'ldap'],
  ['ldaps://pki.example/cn=ca', 'ldap'],
  ['ftp://pki.example/list', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['gopher://pki.example/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['not an address', 'bad-address'],
  [`http://pki.example/${'a'.repeat(3_000)}`, 'bad-address'],
  ['http://user@pki.example/list', 'user-info'],
  ['http://user:secret@pki.example/list', 'user-info'],
  ['http://pki.example:22/', 'port'],
  ['http://pki.example:443/', 'port'],
  ['https://pki.example:80/', 'port'],
  ['http://pki.example:6379/', 'port'],
])('%s is asked for by nobody', (address, reason) => {
  expect(checkedAddress(address, new Set())).toBe(reason)
})

test('a host that an operator named may be inside, and at another port only where the port is named too', () => {
  const exempt = new Set(['inside.example', 'inside.example:8080'])
  expect(checkedAddress('http://inside.example/list', exempt)).toMatchObject({ exempt: true })
  expect(checkedAddress('http://INSIDE.example:8080/list', exempt)).toMatchObject({ exempt: true })
  expect(checkedAddress('http://inside.example:8081/list', exempt)).toBe('port')
  expect(checkedAddress('http://outside.example/list', exempt)).toMatchObject({ exempt: false })
})

test.each([
  ['http://127.0.0.1/', 'loopback'],
  ['http://127.1/', 'loopback'],
  ['http://0x7f000001/', 'loopback'],
  ['http://2130706433/', 'loopback'],
  ['http://017700000001/', 'loopback'],
  ['http://[::1]/', 'loopback'],
  ['http://[::ffff:127.0.0.1]/', 'special'],
  ['http://169.254.169.254/latest/meta-data/', 'link-local'],
  ['http://10.0.0.1/', 'private'],
  ['http://[fd00:ec2::254]/', 'private'],
  ['http://0.0.0.0/', 'special'],
])('%s is not public, however it is written', async (address, said) => {
  expect(await fetchGuarded(address, null, limits())).toEqual({ got: false, reason: 'not-public', said })
})

test('a name that leads inside is refused, also where only one of its addresses does', async () => {
  const mixed: Resolve = async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '192.168.1.1', family: 4 },
  ]
  const answer = await fetchGuarded('http://pki.example/', null, limits({ resolve: mixed }))
  expect(answer).toEqual({ got: false, reason: 'not-public', said: 'private' })
  expect(await fetchGuarded('http://pki.example/', null, limits({ resolve: toLoopback }))).toMatchObject({
    reason: 'not-public',
  })
})

test('the address that was checked is the one that is asked: the name is looked up once', async () => {
  const { port, asked } = await serve((_request, response) => response.end('list'))
  let lookups = 0
  const resolve: Resolve = async () => {
    lookups += 1
    return toLoopback('')
  }
  const exempt = new Set([`pki.example:${port}`])
  const answer = await fetchGuarded(`http://pki.example:${port}/list`, null, limits({ exempt, resolve }))
  expect(answer).toEqual({ got: true, bytes: Buffer.from('list') })
  expect([lookups, asked]).toEqual([1, [{ host: `pki.example:${port}`, method: 'GET' }]])
})

test('a question goes by POST with its type', async () => {
  const { port } = await serve((request, response) => {
    response.write(`${request.method} ${request.headers['content-type']} `)
    request.pipe(response)
  })
  const question = { type: 'application/ocsp-request', bytes: Buffer.from('good?') }
  const answer = await fetchGuarded(
    `http://127.0.0.1:${port}`,
    question,
    limits({ exempt: new Set([`127.0.0.1:${port}`]) }),
  )
  expect(answer).toEqual({ got: true, bytes: Buffer.from('POST application/ocsp-request good?') })
})

const hostile: readonly (readonly [string, RequestListener, object])[] = [
  [
    'sends without end',
    (_request, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    },
    { reason: 'too-large', said: null },
  ],
  [
    'leads to the metadata of a cloud',
    (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    { reason: 'redirected', said: '302' },
  ],
  [
    'leads to itself',
    (request, response) => response.writeHead(301, { location: request.url }).end(),
    { reason: 'redirected', said: '301' },
  ],
  [
    'has nothing there',
    (_request, response) => response.writeHead(404).end('<html>'),
    { reason: 'status', said: '404' },
  ],
  ['closes at once', (request) => request.socket.destroy(), { reason: 'unreachable', said: 'ECONNRESET' }],
  [
    'closes in the middle',
    (request, response) => {
      response.writeHead(200, { 'content-length': 500 }).write('half')
      setImmediate(() => request.socket.destroy())
    },
    { reason: 'unreachable', said: 'ECONNRESET' },
  ],
]

test.each(hostile)('a server that %s is told, and costs no more', async (_name, listener, expected) => {
  const { port, asked } = await serve(listener)
  const exempt = new Set([`127.0.0.1:${port}`])
  expect(await fetchGuarded(`http://127.0.0.1:${port}/list`, null, limits({ exempt }))).toEqual({
    got: false,
    ...expected,
  })
  expect(asked).toHaveLength(1)
})

test.each<readonly [string, RequestListener]>([
  ['says nothing', () => {}],
  [
    'drips',
    (_request, response) => {
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    },
  ],
])('a server that %s is given up when its time is over', async (_name, listener) => {
  const { port } = await serve(listener)
  const exempt = new Set([`127.0.0.1:${port}`])
  const answer = await fetchGuarded(`http://127.0.0.1:${port}/list`, null, limits({ exempt, timeMs: 200 }))
  expect(answer).toEqual({ got: false, reason: 'time-out', said: null })
})

test('a name nobody knows, a name that is looked up for ever, and a closed door are told', async () => {
  const nobody: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
  const never: Resolve = () => new Promise(() => {})
  expect(await fetchGuarded('http://pki.example/', null, limits({ resolve: nobody }))).toMatchObject({
    reason: 'host-not-found',
  })
  const slow = limits({ resolve: never, timeMs: 50 })
  expect(await fetchGuarded('http://pki.example/', null, slow)).toMatchObject({ reason: 'time-out' })
  const closed = limits({ exempt: new Set(['127.0.0.1:1']) })
  expect(await fetchGuarded('http://127.0.0.1:1/', null, closed)).toMatchObject({
    reason: 'unreachable',
    said: 'ECONNREFUSED',
  })
})
