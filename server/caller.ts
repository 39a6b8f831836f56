import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, OpenedSession } from '#access'
import type { AppOptions } from './options.ts'

/** The cookie of a link goes to the routes it is for alone, so that it can neither be tried elsewhere nor end a sign-in. */
const doors = {
  inside: { cookie: 'omamori_session', path: '/' },
  answer: { cookie: 'omamori_answer', path: '/api/v1/answer' },
  inspector: { cookie: 'omamori_inspector', path: '/api/v1/inspector' },
} as const

export type DoorName = keyof typeof doors

const linkDoors = ['answer', 'inspector'] as const

const doorOf = ({ routeOptions: { url } }: FastifyRequest): DoorName =>
  linkDoors.find((door) => url?.startsWith(`${doors[door].path}/`)) ?? 'inside'

/** Who asks, from the session cookie; refuses with `not-signed-in`. Asked once per request. */
export async function callerOf(request: FastifyRequest, { platform }: AppOptions): Promise<Caller> {
  const known = callers.get(request)
  if (known) return known
  const { caller } = await platform.access.authenticate(request.cookies[doors[doorOf(request)].cookie])
  callers.set(request, caller)
  return caller
}

const callers = new WeakMap<FastifyRequest, Caller>()

/** The caller of a request that was authenticated already, if it was. */
export const knownCaller = (request: FastifyRequest): Caller | undefined => callers.get(request)

/** Gives the browser its session. Scripts cannot read the cookie, and no foreign page can make the browser send it. */
export function startSession(
  reply: FastifyReply,
  session: OpenedSession,
  { tls }: AppOptions,
  door: DoorName = 'inside',
): void {
  reply.setCookie(doors[door].cookie, session.cookie, {
    path: doors[door].path,
    httpOnly: true,
    sameSite: 'strict',
    secure: tls,
    expires: new Date(session.expiresAt),
  })
}

export function endSession(reply: FastifyReply, door: DoorName = 'inside'): void {
  reply.clearCookie(doors[door].cookie, { path: doors[door].path })
}
