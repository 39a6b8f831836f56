import { z } from 'zod'
import {
  approveRequest,
  carryOutRequest,
  destructionsView,
  destructionView,
  liftRequest,
  proposeRequest,
} from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

const params = z.object({ destructionId: z.string().max(64) })
// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })
const nothing = { 204: z.null() }

/** 廃棄 — lists of documents to destroy: proposed, approved by two, carried out or withdrawn. */
export function destructionRoutes(api: Api, options: AppOptions): void {
  const { retention } = options.platform

  api.get('/destructions', { schema: { response: { 200: destructionsView } } }, async (request) =>
    retention.readDestructions(await callerOf(request, options)),
  )

  const proposed = { schema: { body: proposeRequest, response: { 201: z.object({ destructionId: z.string() }) } } }
  api.post('/destructions', proposed, async (request, reply) => {
    const destructionId = await retention.propose(await callerOf(request, options), request.body)
    return reply.status(201).send({ destructionId })
  })

  const one = { schema: { params, response: { 200: destructionView } } }
  api.get('/destructions/:destructionId', one, async (request) =>
    retention.readDestruction(await callerOf(request, options), request.params.destructionId),
  )

  const printed = { schema: { params, querystring: inLanguage } }
  api.get('/destructions/:destructionId/paper.pdf', printed, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    const caller = await callerOf(request, options)
    const paper = await retention.printDestruction(caller, request.params.destructionId, language)
    return sendPaper(reply, paper, 'destruction.pdf')
  })

  const approved = { schema: { params, body: approveRequest, response: nothing } }
  api.post('/destructions/:destructionId/approvals', approved, async (request, reply) => {
    await retention.approve(await callerOf(request, options), request.params.destructionId, request.body)
    return reply.status(204).send(null)
  })

  const withdrawn = { schema: { params, body: liftRequest, response: nothing } }
  api.post('/destructions/:destructionId/withdrawal', withdrawn, async (request, reply) => {
    await retention.withdraw(await callerOf(request, options), request.params.destructionId, request.body)
    return reply.status(204).send(null)
  })

  const carriedOut = { schema: { params, body: carryOutRequest, response: nothing } }
  api.post('/destructions/:destructionId/carrying-out', carriedOut, async (request, reply) => {
    await retention.carryOut(await callerOf(request, options), request.params.destructionId, request.body)
    return reply.status(204).send(null)
  })
}
