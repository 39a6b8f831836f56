import { z } from 'zod'
import { keeperRequest, retentionTable, ruleRequest } from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })

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
