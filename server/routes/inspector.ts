import { z } from 'zod'
import {
  inspectionPartView,
  inspectorLinksView,
  inviteInspectorRequest,
  issuedInspectorLink,
  openInspectorLinkRequest,
  shownFilesView,
  shownPartsView,
} from '#assessment'
import type { Api } from '../api.ts'
import { callerOf, endSession, startSession } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { qrCode } from '../qr-code.ts'
import { sendPaper } from '../send-paper.ts'

// A person opens a link once or twice; a script that guesses tokens gets no further than this.
const tries = { rateLimit: { max: 10, timeWindow: '1 minute' } }
const linkParams = z.object({ linkId: z.string().max(64) })
const fileParams = z.object({ inspectionId: z.string().max(64) })
const partParams = fileParams.extend({ partId: z.string().max(64) })
const nothing = { 204: z.null() }
/** The address as the browser of the facility knows us, which is where the inspector's device finds us too. */
const shownLink = issuedInspectorLink.extend({ address: z.string(), qr: z.string() })

/** 検査者に見せる — letting an inspector in and out; and what an inspector sees, whose cookie is sent to no other route. */
export function inspectorRoutes(api: Api, options: AppOptions): void {
  const { inspections, access } = options.platform

  api.get('/inspectors', { schema: { response: { 200: inspectorLinksView } } }, async (request) =>
    inspections.readInspectors(await callerOf(request, options)),
  )

  api.post(
    '/inspectors',
    { schema: { body: inviteInspectorRequest, response: { 201: shownLink } } },
    async (request, reply) => {
      const issued = await inspections.inviteInspector(await callerOf(request, options), request.body)
      // Behind the #, which no browser sends: the token is in no log.
      const address = `${options.tls ? 'https' : 'http'}://${request.headers.host}/inspector#${issued.token}`
      return reply.status(201).send({ ...issued, address, qr: qrCode(address) })
    },
  )

  api.delete('/inspectors/:linkId', { schema: { params: linkParams, response: nothing } }, async (request, reply) => {
    await inspections.withdrawInspector(await callerOf(request, options), request.params.linkId)
    return reply.status(204).send(null)
  })

  api.post(
    '/inspector/session',
    { config: tries, schema: { body: openInspectorLinkRequest, response: { 200: shownFilesView } } },
    async (request, reply) => {
      const session = await inspections.openInspectorLink(request.body.token, request.headers['user-agent'])
      startSession(reply, session, options, 'inspector')
      return inspections.readShownFiles((await access.authenticate(session.cookie)).caller)
    },
  )

  api.delete('/inspector/session', { schema: { response: nothing } }, async (request, reply) => {
    await access.signOut(await callerOf(request, options))
    endSession(reply, 'inspector')
    return reply.status(204).send(null)
  })

  api.get('/inspector/files', { schema: { response: { 200: shownFilesView } } }, async (request) =>
    inspections.readShownFiles(await callerOf(request, options)),
  )

  const index = { schema: { params: fileParams, response: { 200: shownPartsView } } }
  api.get('/inspector/files/:inspectionId/parts', index, async (request) =>
    inspections.readShownParts(await callerOf(request, options), request.params.inspectionId),
  )

  const onePart = { schema: { params: partParams, response: { 200: inspectionPartView } } }
  api.get('/inspector/files/:inspectionId/parts/:partId', onePart, async (request) => {
    const { inspectionId, partId } = request.params
    return inspections.openShownPart(await callerOf(request, options), inspectionId, partId)
  })

  api.get('/inspector/files/:inspectionId/paper.pdf', { schema: { params: fileParams } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const { content, madeOn } = await inspections.openInspection(caller, request.params.inspectionId, 'paper')
    return sendPaper(reply, Buffer.concat(await content.toArray()), `inspection-file-${madeOn}.pdf`)
  })
}
