import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { demand } from '#access'
import {
  archiveGround,
  comparisonQuery,
  comparisonView,
  correctDocumentRequest,
  documentsView,
  documentView,
  pageComparisonView,
  registerDocumentRequest,
  searchDocumentsRequest,
  withdrawVersionRequest,
} from '#archive'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { readConfirmation } from '../read-confirmation.ts'
import { readDocumentForm } from '../read-document-form.ts'

const params = z.object({ documentId: z.string().max(64) })
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) })
const versionParams = params.extend({ version: z.coerce.number().int().min(1).max(100_000) })
// Each is read, hashed and encrypted; nobody files one every second by hand.
const filing = { rateLimit: { max: 60, timeWindow: '1 minute' } }
// Both are read, and a large PDF is drawn page by page.
const comparing = { rateLimit: { max: 30, timeWindow: '1 minute' } }

/** 電子保存 — documents and their versions. Patients' numbers travel in bodies, never in addresses. */
export function documentRoutes(api: Api, options: AppOptions): void {
  const { documents } = options.platform

  api.get('/archive', { schema: { response: { 200: archiveGround } } }, async (request) =>
    documents.readGround(await callerOf(request, options)),
  )

  const searched = { schema: { body: searchDocumentsRequest, response: { 200: documentsView } } }
  api.post('/archive/search', searched, async (request) =>
    documents.search(await callerOf(request, options), request.body),
  )

  const registered = { config: filing, schema: { response: { 201: z.object({ documentId: z.string() }) } } }
  api.post('/archive/documents', registered, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'document.enter')
    const { facts, file } = await readDocumentForm(request, registerDocumentRequest)
    return reply.status(201).send({ documentId: await documents.register(caller, facts, file) })
  })

  const read = { schema: { params, response: { 200: documentView } } }
  api.get('/archive/documents/:documentId', read, async (request) =>
    documents.read(await callerOf(request, options), request.params.documentId),
  )

  const corrected = { config: filing, schema: { params, response: { 201: z.object({ version: z.int() }) } } }
  api.post('/archive/documents/:documentId/versions', corrected, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'document.enter')
    const { facts, file } = await readDocumentForm(request, correctDocumentRequest)
    const version = await documents.correct(caller, request.params.documentId, facts, file)
    return reply.status(201).send({ version })
  })

  const settled = { schema: { params: versionParams, response: { 204: z.null() } } }
  api.post('/archive/documents/:documentId/versions/:version/approval', settled, async (request, reply) => {
    const { documentId, version } = request.params
    await documents.approve(await callerOf(request, options), documentId, version)
    return reply.status(204).send(null)
  })
  api.post('/archive/documents/:documentId/versions/:version/confirmation', settled, async (request, reply) => {
    const { documentId, version } = request.params
    const caller = await callerOf(request, options)
    demand(caller, 'document.confirm')
    await documents.confirm(caller, documentId, version, await readConfirmation(request))
    return reply.status(204).send(null)
  })
  const withdrawn = { schema: { params: versionParams, body: withdrawVersionRequest, response: { 204: z.null() } } }
  api.post('/archive/documents/:documentId/versions/:version/withdrawal', withdrawn, async (request, reply) => {
    const { documentId, version } = request.params
    await documents.withdraw(await callerOf(request, options), documentId, version, request.body)
    return reply.status(204).send(null)
  })
  const checked = { config: filing, ...settled }
  api.post('/archive/documents/:documentId/versions/:version/signatures/check', checked, async (request, reply) => {
    const { documentId, version } = request.params
    await documents.checkSignatures(await callerOf(request, options), documentId, version)
    return reply.status(204).send(null)
  })

  const opened = { schema: { params: versionParams } }
  api.get('/archive/documents/:documentId/versions/:version/content', opened, async (request, reply) => {
    const { documentId, version } = request.params
    const found = await documents.openVersion(await callerOf(request, options), documentId, version)
    return sendContent(reply, found, `${documentId}-${version}`)
  })

  const previewed = { schema: { params: versionParams, querystring: pageQuery } }
  api.get('/archive/documents/:documentId/versions/:version/preview', previewed, async (request, reply) => {
    const { documentId, version } = request.params
    const preview = await documents.preview(await callerOf(request, options), documentId, version, request.query.page)
    reply.header('cache-control', 'no-store')
    if (preview.kind !== 'picture') return reply.send(preview)
    return reply.type('image/png').header('omamori-pages', preview.pages).send(Buffer.from(preview.png))
  })

  const pair = { params, querystring: comparisonQuery }
  const compared = { config: comparing, schema: { ...pair, response: { 200: comparisonView } } }
  api.get('/archive/documents/:documentId/comparison', compared, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return documents.compare(await callerOf(request, options), request.params.documentId, request.query)
  })
  const pages = { config: comparing, schema: { ...pair, response: { 200: pageComparisonView } } }
  api.get('/archive/documents/:documentId/comparison/pages', pages, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return documents.comparePages(await callerOf(request, options), request.params.documentId, request.query)
  })
}

/** What a browser shows by itself without running anything of it; everything else is handed over as octets. */
const shown: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  text: 'text/plain; charset=utf-8',
}
const policies: Readonly<Record<string, string>> = {
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
}
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'"

type Opened = Awaited<ReturnType<AppOptions['platform']['documents']['openVersion']>>

function sendContent(reply: FastifyReply, { content, contentType, length }: Opened, name: string): FastifyReply {
  const mediaType = shown[contentType]
  const disposition = mediaType === undefined ? `attachment; filename="${name}.bin"` : `inline; filename="${name}"`
  return reply
    .type(mediaType ?? 'application/octet-stream')
    .header('content-length', length)
    .header('content-disposition', disposition)
    .header('content-security-policy', policies[contentType] ?? policy)
    .header('cache-control', 'no-store')
    .send(content)
}
