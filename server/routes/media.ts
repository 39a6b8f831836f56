import { z } from 'zod'
import { mediaView, mediumRequest, mediumStepRequest } from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

/** 記録媒体 — where records lie outside of Omamori, and through whose hands they went. */
export function mediaRoutes(api: Api, options: AppOptions): void {
  const { media } = options.platform

  api.get('/archive/media', { schema: { response: { 200: mediaView } } }, async (request) =>
    media.read(await callerOf(request, options)),
  )

  const registered = { schema: { body: mediumRequest, response: { 201: z.object({ mediumId: z.string() }) } } }
  api.post('/archive/media', registered, async (request, reply) => {
    const mediumId = await media.register(await callerOf(request, options), request.body)
    return reply.status(201).send({ mediumId })
  })

  const params = z.object({ mediumId: z.string().max(64) })
  const noted = { schema: { params, body: mediumStepRequest, response: { 204: z.null() } } }
  api.post('/archive/media/:mediumId/steps', noted, async (request, reply) => {
    await media.note(await callerOf(request, options), request.params.mediumId, request.body)
    return reply.status(204).send(null)
  })
}
