import { z } from 'zod'
import { nameServerRequest, outboxView, testOutcome } from '#outbox'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const mailParams = z.object({ mailId: z.string().max(64) })
const nothing = { 204: z.null() }

/** 発送 — through which server mail goes out, who is told, and how it went. */
export function mailRoutes(api: Api, options: AppOptions): void {
  const { outbox } = options.platform

  api.get('/mail', { schema: { response: { 200: outboxView } } }, async (request) =>
    outbox.readOutbox(await callerOf(request, options)),
  )

  api.put('/mail/server', { schema: { body: nameServerRequest, response: nothing } }, async (request, reply) => {
    await outbox.nameServer(await callerOf(request, options), request.body)
    return reply.status(204).send(null)
  })

  api.delete('/mail/server', { schema: { response: nothing } }, async (request, reply) => {
    await outbox.dropServer(await callerOf(request, options))
    return reply.status(204).send(null)
  })

  const tested = { schema: { response: { 200: z.object({ outcomes: z.array(testOutcome) }) } } }
  api.post('/mail/test', tested, async (request) => ({
    outcomes: [...(await outbox.sendTest(await callerOf(request, options)))],
  }))

  const again = { schema: { params: mailParams, ...tested.schema } }
  api.post('/mail/:mailId/again', again, async (request) => ({
    outcomes: [...(await outbox.sendAgain(await callerOf(request, options), request.params.mailId))],
  }))
}
