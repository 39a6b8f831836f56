import { z } from 'zod'
import { meView, redeemRequest, setUpRequest, signInRequest, totpProposal } from '#access'
import { Refusal } from '#shared'
import type { Api } from '../api.ts'
import { callerOf, endSession, startSession } from '../caller.ts'
import { isSameMachine } from '../guard.ts'
import type { AppOptions } from '../options.ts'
import { qrCode } from '../qr-code.ts'

// Guessing is slowed per account inside; this keeps one address from keeping the password hashing busy.
const tries = { rateLimit: { max: 30, timeWindow: '1 minute' } }

export const offeredTotp = totpProposal.extend({ qr: z.string() })
const recoveryNote = z.object({ recoveryCode: z.string().optional() })
const proposalRequest = z.strictObject({ facilityName: z.string().max(120), loginName: z.string().max(64) })

/** Getting in and out: first run, sign-in, one-time codes, the sample. */
export function sessionRoutes(api: Api, options: AppOptions): void {
  const { access } = options.platform
  const enter = { response: { 200: meView } }

  /** Who has just got in: asked with the new cookie, so that the answer is what the next request would see. */
  const welcome = async (cookie: string) => access.readMe((await access.authenticate(cookie)).caller)

  api.post(
    '/setup',
    { config: tries, schema: { body: setUpRequest, response: { 201: meView.extend(recoveryNote.shape) } } },
    async (request, reply) => {
      const session = await access.setUp(request.body, request.headers['user-agent'])
      startSession(reply, session, options)
      const { recoveryCode } = options.platform
      return reply.status(201).send({ ...(await welcome(session.cookie)), recoveryCode })
    },
  )

  api.post(
    '/setup/totp',
    { config: tries, schema: { body: proposalRequest, response: { 200: offeredTotp } } },
    async ({ body }) => {
      if (await access.isSetUp()) throw new Refusal('not-permitted', { reason: 'set-up-already' })
      const proposal = access.proposeTotp(body.facilityName, body.loginName)
      return { ...proposal, qr: qrCode(proposal.uri) }
    },
  )

  api.post('/session', { config: tries, schema: { body: signInRequest, ...enter } }, async (request, reply) => {
    const session = await access.signIn(request.body, request.headers['user-agent'])
    const { accountId, sessionId, onlyLooking } = session
    if (onlyLooking) request.log.warn({ accountId, sessionId }, 'signed in to look, while nothing is written')
    startSession(reply, session, options)
    return welcome(session.cookie)
  })

  api.post('/session/sample', { config: tries, schema: enter }, async (request, reply) => {
    if (!options.sample || options.tls || !isSameMachine(request))
      throw new Refusal('not-permitted', { reason: 'not-a-sample' })
    const { code } = await access.issueSampleCode(options.sample.facilityId, options.sample.accountId)
    const session = await access.openSampleSession(code, request.headers['user-agent'])
    startSession(reply, session, options)
    return welcome(session.cookie)
  })

  const redeemed = z.object({ loginName: z.string(), me: meView.optional() })
  api.post(
    '/invitations',
    { config: tries, schema: { body: redeemRequest, response: { 200: redeemed } } },
    async (request, reply) => {
      const { loginName, session } = await access.redeemCode(request.body, request.headers['user-agent'])
      if (!session) return { loginName }
      startSession(reply, session, options)
      return { loginName, me: await welcome(session.cookie) }
    },
  )

  api.get('/session', { schema: enter }, async (request) => access.readMe(await callerOf(request, options)))

  api.delete('/session', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
    await access.signOut(await callerOf(request, options))
    endSession(reply)
    return reply.status(204).send(null)
  })
}
