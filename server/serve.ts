import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Platform } from '#platform'
import { Refusal } from '#shared'
import { buildApp } from './app.ts'
import type { AppOptions, SampleEntry } from './options.ts'

/** One above the ports that other programs of a clinic's PC are known to hold; the next ones are tried when taken. */
const DEFAULT_PORT = 8420
const PORTS_TRIED = 20

export interface ServeOptions {
  readonly platform: Platform
  readonly host: string
  /** Undefined: the default, or the next one that is free. */
  readonly port?: number
  /** Further host names under which browsers reach us, e.g. behind a reverse proxy. */
  readonly names?: readonly string[]
  /** Whether a proxy in front of us speaks TLS to the browsers: cookies then insist on it. */
  readonly tls?: boolean
  readonly setupCode?: () => string | undefined
  readonly sample?: SampleEntry
}

export interface Served {
  /** The address to print: `http://localhost:8420`. An IP address is no identity for a passkey. */
  readonly address: string
  close(): Promise<void>
}

/** Secrets never reach the log: neither cookies, nor authorization, nor any body. */
export function makeLogger(level = process.env.OMAMORI_LOG ?? 'warn') {
  return pino(
    { level, redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.code', '*.secret'] },
    pino.destination(2),
  )
}

/** Opens the HTTP door and says where it is. */
export async function serve(options: ServeOptions): Promise<Served> {
  const app = await buildApp(appOptions(options))
  const port = await listen(app, options)
  // The first page does not wait for the edition; the first answer that needs it should not either.
  setImmediate(() => options.platform.library.loadEdition())
  const name = isLoopback(options.host) ? 'localhost' : options.host
  return { address: `http://${name}:${port}`, close: () => app.close() }
}

function appOptions({ platform, host, names = [], tls = false, setupCode, sample }: ServeOptions): AppOptions {
  const own = isLoopback(host) ? [] : [host, ...addressesOf(host)]
  const hosts = ['localhost', '127.0.0.1', '[::1]', ...own, ...names]
  return { platform, hosts, logger: makeLogger(), tls, setupCode, sample }
}

async function listen(app: FastifyInstance, { host, port }: ServeOptions): Promise<number> {
  const candidates = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => DEFAULT_PORT + i) : [port]
  for (const candidate of candidates) {
    try {
      await app.listen({ host, port: candidate })
      const bound = app.server.address()
      return typeof bound === 'object' && bound ? bound.port : candidate
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
  throw new Refusal('locked', { reason: 'port-taken', port: candidates[0] })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1'
}

/** Listening everywhere means answering to every address this machine has, and to no other name. */
function addressesOf(host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  )
}
