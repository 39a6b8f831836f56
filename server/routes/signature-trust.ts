import { z } from 'zod'
import { demand } from '#access'
import { confirmItemRequest, trustView, withdrawItemRequest } from '#signature'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { readUpload } from '../read-upload.ts'

const itemParams = z.object({ itemId: z.string().max(64) })
const marked = z.enum(['true', 'false']).default('false')
const added = {
  querystring: z.object({ signers: marked, hpki: marked, stamps: marked }),
  response: { 201: z.object({ itemIds: z.array(z.string()) }) },
}

/** 信頼の起点 — whose certificates are believed. */
export function signatureTrustRoutes(api: Api, options: AppOptions): void {
  const { trust } = options.platform

  api.get('/trust', { schema: { response: { 200: trustView } } }, async (request) =>
    trust.readItems(await callerOf(request, options)),
  )

  api.post('/trust', { schema: added }, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'trust.propose')
    const { signers, hpki, stamps } = request.query
    const { file } = await readUpload(request)
    const purposes = { signers: signers === 'true', hpki: hpki === 'true', stamps: stamps === 'true' }
    return reply.status(201).send({ itemIds: [...(await trust.addItems(caller, file.bytes, purposes))] })
  })

  const confirmed = { schema: { params: itemParams, body: confirmItemRequest, response: { 204: z.null() } } }
  api.post('/trust/:itemId/confirmation', confirmed, async (request, reply) => {
    await trust.confirmItem(await callerOf(request, options), request.params.itemId, request.body)
    return reply.status(204).send(null)
  })

  const withdrawn = { schema: { params: itemParams, body: withdrawItemRequest, response: { 204: z.null() } } }
  api.post('/trust/:itemId/withdrawal', withdrawn, async (request, reply) => {
    await trust.withdrawItem(await callerOf(request, options), request.params.itemId, request.body)
    return reply.status(204).send(null)
  })
}
