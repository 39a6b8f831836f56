import { z } from 'zod'
import { handOverRequest, leavingView } from '#registry'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const params = z.object({ id: z.string().max(64) })

/** 退職・異動 — what is left to be done for a person, and the one act that hands all of it over. */
export function leaverRoutes(api: Api, options: AppOptions): void {
  const { registry } = options.platform

  api.get('/registry/person/:id/leaving', { schema: { params, response: { 200: leavingView } } }, async (request) =>
    registry.readLeaving(await callerOf(request, options), request.params.id),
  )

  api.post(
    '/registry/person/:id/hand-over',
    {
      schema: { params, body: handOverRequest, response: { 200: z.object({ items: z.int(), posts: z.int() }) } },
    },
    async (request) => registry.handOver(await callerOf(request, options), request.params.id, request.body),
  )
}
