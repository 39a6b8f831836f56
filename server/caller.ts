import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, OpenedSession } from '#access'
import type { AppOptions } from './options.ts'

const COOKIE = 'omamori_session'

/** Who asks, from the session cookie; refuses with `not-signed-in`. Asked once per request. */
export async function callerOf(request: FastifyRequest, { platform }: AppOptions): Promise<Caller> {
  const known = callers.get(request)
  if (known) return known
  const { caller } = await platform.access.authenticate(request.cookies[COOKIE])
  callers.set(request, caller)
  return caller
}

const callers = new WeakMap<FastifyRequest, Caller>()

/** The caller of a request that was authenticated already, if it was. */
export const knownCaller = (request: FastifyRequest): Caller | undefined => callers.get(request)

/** Gives the browser its session. Scripts cannot read the cookie, and no foreign page can make the browser send it. */
export function startSession(reply: FastifyReply, session: OpenedSession, { tls }: AppOptions): void {
  reply.setCookie(COOKIE, session.cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: tls,
    expires: new Date(session.expiresAt),
  })
}

export function endSession(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}
