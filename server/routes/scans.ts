import { z } from 'zod'
import { demand } from '#access'
import {
  arrivedScanRequest,
  endPlanRequest,
  objectionRequest,
  planRequest,
  profileRequest,
  scanAnswer,
  scanDesk,
  scanRequest,
} from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { readDocumentForm } from '../read-document-form.ts'

const id = z.string().max(64)
// Each is unpacked page by page, read, hashed and encrypted; nobody feeds a scanner faster by hand.
const scanning = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** 読取り — papers that become documents, and what the facility decided of it. */
export function scanRoutes(api: Api, options: AppOptions): void {
  const { scans } = options.platform

  api.get('/archive/scans', { schema: { response: { 200: scanDesk } } }, async (request) =>
    scans.readDesk(await callerOf(request, options)),
  )

  // 201: it is registered. 200: nothing was, and what stands against it.
  const taken = { config: scanning, schema: { response: { 200: scanAnswer, 201: scanAnswer } } }
  api.post('/archive/scans', taken, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'document.enter')
    const { facts, file } = await readDocumentForm(request, scanRequest)
    const answer = await scans.takeIn(caller, facts, file)
    return reply.status(answer.documentId === undefined ? 200 : 201).send(answer)
  })

  const arrived = { ...taken, schema: { ...taken.schema, body: arrivedScanRequest } }
  api.post('/archive/scans/arrived', arrived, async (request, reply) => {
    const answer = await scans.takeFromFolder(await callerOf(request, options), request.body)
    return reply.status(answer.documentId === undefined ? 200 : 201).send(answer)
  })

  const ruled = { schema: { body: profileRequest, response: { 201: z.object({ profileId: z.string() }) } } }
  api.post('/archive/scan-profiles', ruled, async (request, reply) => {
    const profileId = await scans.recordProfile(await callerOf(request, options), request.body)
    return reply.status(201).send({ profileId })
  })

  const planned = { schema: { body: planRequest, response: { 201: z.object({ planId: z.string() }) } } }
  api.post('/archive/past-paper-plans', planned, async (request, reply) => {
    const planId = await scans.recordPlan(await callerOf(request, options), request.body)
    return reply.status(201).send({ planId })
  })

  const params = z.object({ planId: id })
  const ended = { schema: { params, body: endPlanRequest, response: { 204: z.null() } } }
  api.post('/archive/past-paper-plans/:planId/end', ended, async (request, reply) => {
    await scans.endPlan(await callerOf(request, options), request.params.planId, request.body)
    return reply.status(204).send(null)
  })

  const objected = { schema: { body: objectionRequest, response: { 201: z.object({ objectionId: z.string() }) } } }
  api.post('/archive/scan-objections', objected, async (request, reply) => {
    const objectionId = await scans.recordObjection(await callerOf(request, options), request.body)
    return reply.status(201).send({ objectionId })
  })

  const withdrawn = { schema: { params: z.object({ objectionId: id }), response: { 204: z.null() } } }
  api.post('/archive/scan-objections/:objectionId/withdraw', withdrawn, async (request, reply) => {
    await scans.withdrawObjection(await callerOf(request, options), request.params.objectionId)
    return reply.status(204).send(null)
  })
}
