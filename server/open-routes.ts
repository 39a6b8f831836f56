import type { FastifyInstance } from 'fastify'
import { callerOf } from './caller.ts'
import type { AppOptions } from './options.ts'

/** 開いている道 — all that answers before anybody has signed in. */
export const openRoutes: readonly string[] = [
  'GET /api/v1/status',
  'GET /api/v1/health',
  'GET /api/v1/openapi.json',
  'POST /api/v1/setup',
  'POST /api/v1/setup/totp',
  'POST /api/v1/session',
  'POST /api/v1/session/sample',
  'POST /api/v1/invitations',
  'POST /api/v1/answer/session',
  'POST /api/v1/inspector/session',
]

/** Every other route asks for a session before it reads or judges what was sent, and after requests are counted. */
export function demandSession(api: FastifyInstance, options: AppOptions): void {
  api.addHook('preParsing', async (request) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    if (!openRoutes.includes(`${method} ${request.routeOptions.url}`)) await callerOf(request, options)
  })
}
