import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { answerNotFound } from './problem.ts'

const folder = fileURLToPath(new URL('../web/dist', import.meta.url))
// File names carry a digest of their content, so a browser may keep them as long as it likes.
const ASSET_AGE = '365d'

/** Serves the built web: assets by name, and the one page for every address that is not the API's. */
export async function serveScreens(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) {
    app.setNotFoundHandler(answerNotFound)
    return
  }
  const page = readFileSync(`${folder}/index.html`, 'utf8')
  await app.register(fastifyStatic, {
    root: `${folder}/assets`,
    prefix: '/assets/',
    maxAge: ASSET_AGE,
    immutable: true,
    decorateReply: false,
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (!isPage) return answerNotFound(request, reply)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
