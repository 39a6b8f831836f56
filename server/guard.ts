import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#shared'

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Refuses requests that a foreign page or a rebound name may have sent: the Host must be one we answer to, an Origin
 * must be ours, and a change must carry a header that a plain form cannot send (ASVS 3.5).
 */
export function guardOrigin(app: FastifyInstance, hosts: readonly string[]): void {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  app.addHook('onRequest', async (request) => {
    if (!known.has(hostName(request.headers.host))) throw new Refusal('malformed', { reason: 'unknown-host' })
    if (!UNSAFE.has(request.method)) return
    if (!isOwnOrigin(request)) throw new Refusal('not-permitted', { reason: 'foreign-origin' })
    if (request.headers['x-omamori'] !== '1') throw new Refusal('not-permitted', { reason: 'header-missing' })
  })
}

function hostName(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:\d+$/, '')
}

function isOwnOrigin({ headers }: FastifyRequest): boolean {
  const origin = headers.origin
  if (origin === undefined)
    return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === headers.host
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Whether the request comes from this very machine and through nobody: then the window may show what the console
 * shows. Any sign of a proxy makes it no. Nothing else in the program trusts an address.
 */
export function isSameMachine(request: FastifyRequest): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => request.headers[name] !== undefined,
  )
  return !forwarded && LOOPBACK.has(request.socket.remoteAddress ?? '')
}
