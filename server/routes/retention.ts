import { z } from 'zod'
import {
  holdRequest,
  keeperRequest,
  keepingView,
  liftRequest,
  retentionTable,
  ruleRequest,
  startRequest,
} from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })

const id = z.string().max(64)

/** 保存と廃棄 — until when documents are kept. */
export function retentionRoutes(api: Api, options: AppOptions): void {
  const { retention } = options.platform

  api.get('/retention/table', { schema: { response: { 200: retentionTable } } }, async (request) =>
    retention.readTable(await callerOf(request, options)),
  )

  api.get('/retention/table.pdf', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    return sendPaper(reply, await retention.printTable(await callerOf(request, options), language), 'retention.pdf')
  })

  const paged = z.object({ after: z.string().max(64).optional() })
  const kept = { schema: { querystring: paged, response: { 200: keepingView } } }
  api.get('/retention/documents', kept, async (request) =>
    retention.readKeeping(await callerOf(request, options), request.query.after),
  )

  const started = { schema: { body: startRequest, response: { 204: z.null() } } }
  api.post('/retention/starts', started, async (request, reply) => {
    await retention.recordStart(await callerOf(request, options), request.body)
    return reply.status(204).send(null)
  })

  const held = { schema: { body: holdRequest, response: { 204: z.null() } } }
  api.post('/retention/holds', held, async (request, reply) => {
    await retention.placeHold(await callerOf(request, options), request.body)
    return reply.status(204).send(null)
  })

  const lifted = { schema: { params: z.object({ holdId: id }), body: liftRequest, response: { 204: z.null() } } }
  api.post('/retention/holds/:holdId/lift', lifted, async (request, reply) => {
    await retention.liftHold(await callerOf(request, options), request.params.holdId, request.body)
    return reply.status(204).send(null)
  })

  const handed = { schema: { body: keeperRequest, response: { 201: z.object({ keeperId: z.string() }) } } }
  api.post('/retention/keepers', handed, async (request, reply) => {
    const keeperId = await retention.recordKeeper(await callerOf(request, options), request.body)
    return reply.status(201).send({ keeperId })
  })

  const ruled = { schema: { body: ruleRequest, response: { 201: z.object({ ruleId: z.string() }) } } }
  api.post('/retention/rules', ruled, async (request, reply) => {
    const ruleId = await retention.recordRule(await callerOf(request, options), request.body)
    return reply.status(201).send({ ruleId })
  })
}
