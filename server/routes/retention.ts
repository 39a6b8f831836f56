import { z } from 'zod'
import { retentionTable, ruleRequest } from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

/** 保存と廃棄 — until when documents are kept. */
export function retentionRoutes(api: Api, options: AppOptions): void {
  const { retention } = options.platform

  api.get('/retention/table', { schema: { response: { 200: retentionTable } } }, async (request) =>
    retention.readTable(await callerOf(request, options)),
  )

  const ruled = { schema: { body: ruleRequest, response: { 201: z.object({ ruleId: z.string() }) } } }
  api.post('/retention/rules', ruled, async (request, reply) => {
    const ruleId = await retention.recordRule(await callerOf(request, options), request.body)
    return reply.status(201).send({ ruleId })
  })
}
