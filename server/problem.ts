import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { actionNames } from '#access'
import { Refusal, type RefusalCode } from '#shared'
import { knownCaller } from './caller.ts'
import { type Language, languageOf } from './language.ts'
import type { AppOptions } from './options.ts'
import { sayFault, sayRefusal } from './words/refusal.ts'

/** The one table from our reasons to HTTP statuses (RFC 9110). */
export const statusOf: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  'too-large': 413,
  'not-signed-in': 401,
  'second-factor-needed': 401,
  'sign-in-failed': 401,
  'locked-out': 429,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  'already-exists': 409,
  'weak-password': 422,
  'read-only': 503,
  unreachable: 503,
  'newer-data': 503,
  corrupt: 503,
  locked: 503,
  unsupported: 501,
}

/** A problem document (RFC 9457) with our code and the figures of the sentence. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: RefusalCode | 'fault'
  readonly facts?: Readonly<Record<string, unknown>>
  /** Of a fault: the number under which it is found in the log. */
  readonly number?: string
}

function problemOf(refusal: Refusal, language: Language): Problem {
  const { title, detail } = sayRefusal(refusal, language)
  const { code, facts } = refusal
  return { type: `urn:omamori:problem:${code}`, title, status: statusOf[code], detail, code, facts }
}

/** What Fastify and its plugins refuse by themselves, in our words. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message }) => ({ path: instancePath, message }))
    return new Refusal('malformed', { issues })
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new Refusal('too-large', { limit: code })
  if (statusCode === 429) return new Refusal('locked-out', { reason: 'too-many-requests' })
  if (statusCode === 404) return new Refusal('not-found')
  if (statusCode && statusCode < 500) return new Refusal('malformed', { reason: code ?? 'request' })
  return undefined
}

/** Answers every refusal with its problem document, and every fault with a number that stands in the log too. */
export function answerProblems(app: FastifyInstance, options: AppOptions): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal) await noteRefusal(refusal, request, options)
    return send(reply, problemFor(error, request))
  })
}

/** The problem document of an error, in the language of the request; a fault is written in the log. */
export function problemFor(error: unknown, request: FastifyRequest): Problem {
  const language = languageOf(request)
  const refusal = asRefusal(error)
  if (refusal) return problemOf(refusal, language)
  const number = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 6).toUpperCase()
  request.log.error({ err: error, number }, 'fault')
  const { title, detail } = sayFault(number, language)
  return { type: 'urn:omamori:problem:fault', title, status: 500, detail, code: 'fault', number }
}

/** What somebody who is signed in was refused for want of a right is written down. */
async function noteRefusal({ code, facts }: Refusal, request: FastifyRequest, { platform }: AppOptions): Promise<void> {
  const action = actionNames.find((name) => name === facts.action)
  const caller = knownCaller(request)
  if (code === 'not-permitted' && action && caller) await platform.access.noteRefusal(caller, action)
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(reply, problemOf(new Refusal('not-found'), languageOf(request)))
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}
