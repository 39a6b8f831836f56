import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, type Asked, answerTo } from './fake-answers.ts'
import { Declined, type FakeBucket, type FakeBucketKind, openFakeBucket } from './fake-bucket.ts'

/** What goes wrong on the way: no answer at all, an answer of failure, a cut before, at the beginning or in the middle of the body. */
export type FakeFault = 'silent' | '500' | '503' | '507' | '403' | 'cut' | 'begun' | 'half'

interface Trap {
  readonly fault: FakeFault
  readonly on: (asked: Asked) => boolean
  left: number
}

export interface FakeS3 {
  readonly endpoint: string
  readonly bucket: FakeBucket
  /** `METHOD name` of what was asked, with the first word of its question. */
  readonly asked: string[]
  fail(fault: FakeFault, times: number, on?: (asked: Asked) => boolean): void
  recover(): void
  close(): Promise<void>
}

export const fakeCredentials = { accessKeyId: 'fake-key-id', secretAccessKey: 'fake-secret' }
export const fakeBucketName = 'omamori-test'

/** A bucket behind real HTTP, for tests: it holds what is sent against its signed hash, but does not check the signature itself. */
export async function startFakeS3(kind: FakeBucketKind): Promise<FakeS3> {
  const bucket = openFakeBucket(kind)
  const traps: Trap[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    void respond(request, response)
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = await read(request)
    if (!one) return void request.destroy()
    asked.push(`${one.method} ${one.key}${[...one.query.keys()].slice(0, 1).map((name) => `?${name}`)}`)
    const trap = traps.find(({ left, on }) => left > 0 && on(one))
    if (trap) trap.left -= 1
    if (trap?.fault === 'silent') return
    if (trap?.fault === 'cut') return void request.socket.destroy()
    const status = Number(trap?.fault)
    const answer = status > 0 ? declined(new Declined(status, nameOf[status] ?? '')) : answered(one)
    send(response, answer, trap?.fault === 'half' ? 0.5 : trap?.fault === 'begun' ? 0 : 1)
  }

  function answered(one: Asked): Answer {
    try {
      refuseStrangers(one)
      return answerTo(bucket, one)
    } catch (error) {
      if (error instanceof Declined) return declined(error)
      throw error
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    asked,
    fail: (fault, times, on = () => true) => void traps.push({ fault, on, left: times }),
    recover: () => void traps.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const nameOf: Readonly<Record<number, string>> = {
  ...{ 500: 'InternalError', 503: 'SlowDown', 507: 'InsufficientStorage', 403: 'AccessDenied' },
}

/** Undefined when the sender fell silent in the middle of it. */
async function read(request: IncomingMessage): Promise<Asked | undefined> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of request) pieces.push(piece)
  } catch {
    return undefined
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const path = decodeURIComponent(pathname).slice(1)
  // https://BUCKET.HOST/NAME or https://HOST/BUCKET/NAME
  const inHost = (request.headers.host ?? '').startsWith(`${fakeBucketName}.`)
  const [bucketName, ...rest] = inHost ? [fakeBucketName, path] : path.split('/')
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return {
    ...{ method: request.method ?? '', key: rest.join('/'), query: searchParams, body: Buffer.concat(pieces) },
    headers: { ...headers, 'x-fake-bucket': bucketName },
  }
}

function refuseStrangers({ headers, body }: Asked): void {
  if (headers['x-fake-bucket'] !== fakeBucketName) throw new Declined(404, 'NoSuchBucket')
  if (!headers.authorization?.includes(`Credential=${fakeCredentials.accessKeyId}/`))
    throw new Declined(403, 'InvalidAccessKeyId')
  const signed = headers['x-amz-content-sha256']
  if (signed !== createHash('sha256').update(body).digest('hex')) throw new Declined(400, 'XAmzContentSHA256Mismatch')
}

function declined({ status, code }: Declined): Answer {
  const facts = `<Code>${code}</Code><Message>as the test asked</Message><AWSAccessKeyId>fake-key-id</AWSAccessKeyId>`
  return { status, headers: { 'content-type': 'application/xml' }, body: `<Error>${facts}</Error>` }
}

function send(response: ServerResponse, { status, headers, body = '' }: Answer, share: number): void {
  const bytes = Buffer.from(body)
  const length = headers?.['content-length'] ?? String(bytes.length)
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-length': length }) })
  if (share === 1) return void response.end(bytes)
  response.write(bytes.subarray(0, Math.ceil(bytes.length * share)), () => response.destroy())
  if (share === 0) response.flushHeaders()
}
