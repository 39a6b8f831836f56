import { z } from 'zod'
import { demand } from '#access'
import { reportOrders, verificationGround, verifyQuery, verifyView } from '#signature'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readSignedFiles } from '../read-signed-files.ts'
import { sendPaper } from '../send-paper.ts'

const reportQuery = verifyQuery.extend({ order: z.enum(reportOrders).default('etsi') })

/** 署名の検証 — files are looked at while the request lasts, and nothing of them is kept. */
export function signatureRoutes(api: Api, options: AppOptions): void {
  const { verification } = options.platform

  api.get('/signatures', { schema: { response: { 200: verificationGround } } }, async (request) =>
    verification.readGround(await callerOf(request, options)),
  )

  const verified = { schema: { querystring: verifyQuery, response: { 200: verifyView } } }
  api.post('/signatures/verify', verified, async (request) => {
    const caller = await callerOf(request, options)
    demand(caller, 'signature.verify') // a large file takes a while to arrive
    const answers = await verification.verify(caller, await readSignedFiles(request), wantedOf(request.query))
    return { files: [...answers] }
  })

  api.post('/signatures/report.pdf', { schema: { querystring: reportQuery } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'signature.verify')
    const letterhead = { order: request.query.order, language: languageOf(request) }
    const files = await readSignedFiles(request)
    const paper = await verification.report(caller, files, wantedOf(request.query), letterhead)
    return sendPaper(reply, paper, 'signature-report.pdf')
  })
}

const wantedOf = ({ documentKind, at, policy }: z.infer<typeof verifyQuery>) => ({
  documentKind: documentKind ?? null,
  at: at ?? null,
  policy,
})
