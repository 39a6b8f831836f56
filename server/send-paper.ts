import type { FastifyReply } from 'fastify'

// The browser's own viewer, inside our page: nothing in a PDF may run or load.
const policy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/** Sends a PDF to be looked at in the page. */
export function sendPaper(reply: FastifyReply, paper: Uint8Array, name: string): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-security-policy', policy)
    .header('content-disposition', `inline; filename="${name}"`)
    .send(Buffer.from(paper))
}
