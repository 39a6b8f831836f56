import type { FastifyRequest } from 'fastify'

export type Language = 'ja' | 'en'

/** The language asked for; Japanese unless English clearly comes first. */
export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(asked) ? 'en' : 'ja'
}
