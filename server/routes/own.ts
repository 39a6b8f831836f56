import { z } from 'zod'
import {
  beginFactorRequest,
  begunFactor,
  changeOwnLanguageRequest,
  changePasswordRequest,
  confirmFactorRequest,
  factorView,
  removeFactorRequest,
  sessionView,
} from '#access'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { qrCode } from '../qr-code.ts'

const nothing = { 204: z.null() }
const sessionParams = z.object({ sessionId: z.string().max(64) })
const factorParams = z.object({ factorId: z.string().max(64) })
const sessions = z.object({ sessions: z.array(sessionView) })
const factors = z.object({ factors: z.array(factorView) })
const shownFactor = begunFactor.extend({ qr: z.string().optional() })
const proof = removeFactorRequest.omit({ factorId: true })

/** What everybody may do about their own account: password, language, factors, sessions. */
export function ownRoutes(api: Api, options: AppOptions): void {
  const { access } = options.platform

  api.get('/session/list', { schema: { response: { 200: sessions } } }, async (request) => ({
    sessions: [...(await access.readOwnSessions(await callerOf(request, options)))],
  }))

  api.delete(
    '/session/list/:sessionId',
    { schema: { params: sessionParams, response: nothing } },
    async (request, reply) => {
      await access.endSession(await callerOf(request, options), request.params.sessionId)
      return reply.status(204).send(null)
    },
  )

  api.post('/session/end-others', { schema: { response: nothing } }, async (request, reply) => {
    await access.endOtherSessions(await callerOf(request, options))
    return reply.status(204).send(null)
  })

  api.post('/own/password', { schema: { body: changePasswordRequest, response: nothing } }, async (request, reply) => {
    await access.changePassword(await callerOf(request, options), request.body)
    return reply.status(204).send(null)
  })

  api.put(
    '/own/language',
    { schema: { body: changeOwnLanguageRequest, response: nothing } },
    async (request, reply) => {
      await access.changeOwnLanguage(await callerOf(request, options), request.body)
      return reply.status(204).send(null)
    },
  )

  api.get('/own/factors', { schema: { response: { 200: factors } } }, async (request) => ({
    factors: [...(await access.readOwnFactors(await callerOf(request, options)))],
  }))

  api.post(
    '/own/factors',
    { schema: { body: beginFactorRequest, response: { 201: shownFactor } } },
    async (request, reply) => {
      const begun = await access.beginFactor(await callerOf(request, options), request.body)
      return reply.status(201).send({ ...begun, qr: begun.uri && qrCode(begun.uri) })
    },
  )

  api.post(
    '/own/factors/:factorId/confirm',
    { schema: { params: factorParams, body: confirmFactorRequest.omit({ factorId: true }), response: nothing } },
    async (request, reply) => {
      await access.confirmFactor(await callerOf(request, options), { ...request.body, ...request.params })
      return reply.status(204).send(null)
    },
  )

  // The password may have to come along, and a DELETE has no body that every proxy lets through.
  api.post(
    '/own/factors/:factorId/removal',
    { schema: { params: factorParams, body: proof, response: nothing } },
    async (request, reply) => {
      await access.removeFactor(await callerOf(request, options), { ...request.body, ...request.params })
      return reply.status(204).send(null)
    },
  )
}
