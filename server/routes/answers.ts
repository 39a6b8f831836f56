import { z } from 'zod'
import { answersKept, openLinkRequest, ownAnswerRequest, ownSheetsView } from '#supplier'
import type { Api } from '../api.ts'
import { callerOf, endSession, startSession } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { orIssues } from './suppliers.ts'

// A person opens a link once or twice; a script that guesses tokens gets no further than this.
const tries = { rateLimit: { max: 10, timeWindow: '1 minute' } }
const params = z.object({ code: z.string().max(32) })
const keptView = z.union([
  answersKept,
  z.object({ issues: z.array(z.object({ path: z.string(), sentence: z.string() })) }),
])

/** 事業者の回答 — what a supplier does through its link. The cookie of these routes is sent to no other. */
export function answerRoutes(api: Api, options: AppOptions): void {
  const { suppliers, access } = options.platform

  api.post(
    '/answer/session',
    { config: tries, schema: { body: openLinkRequest, response: { 200: ownSheetsView } } },
    async (request, reply) => {
      const session = await suppliers.openLink(request.body.token, request.headers['user-agent'])
      startSession(reply, session, options, 'answer')
      return suppliers.readOwnSheets((await access.authenticate(session.cookie)).caller)
    },
  )

  api.get('/answer/sheets', { schema: { response: { 200: ownSheetsView } } }, async (request) =>
    suppliers.readOwnSheets(await callerOf(request, options)),
  )

  api.put(
    '/answer/questions/:code',
    { schema: { params, body: ownAnswerRequest, response: { 200: keptView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      return orIssues(languageOf(request), suppliers.answerOwn(caller, request.params.code, request.body))
    },
  )

  api.delete('/answer/session', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
    await access.signOut(await callerOf(request, options))
    endSession(reply, 'answer')
    return reply.status(204).send(null)
  })
}
