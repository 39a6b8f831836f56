import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
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
  await app.register(fastifyStatic, {
    root: `${folder}/assets`,
    prefix: '/assets/',
    maxAge: ASSET_AGE,
    immutable: true,
    decorateReply: false,
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (!isPage) return answerNotFound(request, reply)
    // Read each time: the screens may have been built anew since the start, and then the old page names files that are gone.
    const page = await readFile(`${folder}/index.html`, 'utf8')
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
