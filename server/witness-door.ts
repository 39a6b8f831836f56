import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, MAX_SUBMISSION_BYTES, SUCCESSOR_PATH } from '#federation'
import { Refusal } from '#shared'

export interface WitnessDoorOptions {
  /** Weighs a submission; what it answers is durable. */
  readonly addCheckpoint: (body: string) => Promise<Answer>
  /** Takes the word of a log that ended for the one that goes on; what it answers is durable. */
  readonly addSuccessor: (body: string) => Promise<Answer>
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** Hears of our own mistakes; those who ask hear nothing of them. */
  readonly report: (error: unknown) => void
  readonly limits?: Partial<WitnessLimits>
}

export interface WitnessLimits {
  /** A log asks every few minutes; several behind one address stay far below. */
  readonly requestsAMinute: number
  /** Each holds half a megabyte at most. */
  readonly connections: number
  /** From the first byte to the last: 500 kB on the slowest line that a facility has. */
  readonly timeMs: number
}

export interface WitnessDoor {
  /** The port that is listened at. */
  readonly port: number
  close(): Promise<void>
}

const MINUTE_MS = 60_000
const usual: WitnessLimits = { requestsAMinute: 120, connections: 200, timeMs: 30_000 }
// More addresses than this in one minute are an attack; then all of them share what is left.
const ADDRESSES_COUNTED = 10_000
const paths = { '/add-checkpoint': 'addCheckpoint', [`/${SUCCESSOR_PATH}`]: 'addSuccessor' } as const

/**
 * 立会いの窓口 — the path of https://c2sp.org/tlog-witness and one of our own beside it, on a port for them alone: no cookie, no
 * session and no screen is behind it, so that it may be open to others while the screens are not.
 */
export async function openWitnessDoor(options: WitnessDoorOptions): Promise<WitnessDoor> {
  const limits = { ...usual, ...options.limits }
  const isTooOften = countingBy(limits.requestsAMinute)
  const server = createServer(timesOf(limits), (request, response) => {
    const path = Object.entries(paths).find(([name]) => name === request.url)?.[1]
    if (path === undefined) return say(response, 404, 'not here\n')
    if (request.method !== 'POST') return say(response, 405, 'POST only\n', { allow: 'POST' })
    if (isTooOften(request.socket.remoteAddress ?? ''))
      return say(response, 429, 'too often\n', { 'retry-after': '60' })
    void answer(options[path], options.report, request, response)
  })
  server.maxConnections = limits.connections
  const port = await listening(server, options)
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** Node looks for those who are late every half a minute, unless it is told to look more often. */
function timesOf({ timeMs }: WitnessLimits) {
  return { requestTimeout: timeMs, headersTimeout: timeMs, connectionsCheckingInterval: Math.min(timeMs, 5_000) }
}

async function answer(
  weigh: (body: string) => Promise<Answer>,
  report: (error: unknown) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await bodyOf(request)
    if (body === undefined) return say(response, 413, 'too long\n', { connection: 'close' })
    const { status, type, body: text } = await weigh(body)
    say(response, status, text, { 'content-type': type })
  } catch (error) {
    // Read-only, a full disk, a database that is away: somebody else's mistake it is not, and it may pass.
    const status = error instanceof Refusal ? 503 : 500
    if (!request.destroyed || status === 500) report(error)
    say(response, status, 'not now\n')
  }
}

/** The whole body; undefined when it is longer than any submission. Bytes that are no UTF-8 make no signature that holds. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_SUBMISSION_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function say(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}) {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers })
  response.end(text)
}

/** Counts by address, from minute to minute. */
function countingBy(most: number): (address: string) => boolean {
  let counts = new Map<string, number>()
  let until = 0
  return (address) => {
    const now = performance.now()
    if (now >= until) {
      counts = new Map()
      until = now + MINUTE_MS
    }
    const counted = counts.has(address) || counts.size < ADDRESSES_COUNTED ? address : 'others'
    const count = (counts.get(counted) ?? 0) + 1
    counts.set(counted, count)
    return count > most
  }
}

function listening(server: Server, { host, port }: WitnessDoorOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Refusal('locked', { reason: 'port-taken', port }) : error)
    })
    server.listen(port, host, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound ? bound.port : port)
    })
  })
}
