import { z } from 'zod'
import { demand } from '#access'
import { cardsCsv, moveCardRequest, readCardCertificateView, registerCardRequest, staffCardsView } from '#signature'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readUpload } from '../read-upload.ts'

const cardParams = z.object({ cardId: z.string().max(64) })

/** カード台帳 — with which cards the staff signs. */
export function signatureCardRoutes(api: Api, options: AppOptions): void {
  const { cards } = options.platform

  api.get('/cards', { schema: { response: { 200: staffCardsView } } }, async (request) =>
    cards.readCards(await callerOf(request, options)),
  )

  api.get('/cards/list.csv', async (request, reply) => {
    const view = await cards.readCards(await callerOf(request, options))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="signing-cards.csv"')
      .send(cardsCsv(view, languageOf(request)))
  })

  /** What a certificate says, before its card is registered. */
  api.post('/cards/certificate', { schema: { response: { 200: readCardCertificateView } } }, async (request) => {
    const caller = await callerOf(request, options)
    demand(caller, 'card.write')
    return cards.readCertificate(caller, (await readUpload(request)).file.bytes)
  })

  const registered = { schema: { body: registerCardRequest, response: { 201: z.object({ cardId: z.string() }) } } }
  api.post('/cards', registered, async (request, reply) => {
    const cardId = await cards.registerCard(await callerOf(request, options), request.body)
    return reply.status(201).send({ cardId })
  })

  const moved = { schema: { params: cardParams, body: moveCardRequest, response: { 204: z.null() } } }
  api.post('/cards/:cardId/state', moved, async (request, reply) => {
    await cards.moveCard(await callerOf(request, options), request.params.cardId, request.body)
    return reply.status(204).send(null)
  })
}
