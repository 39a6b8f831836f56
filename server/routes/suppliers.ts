import { z } from 'zod'
import { demand } from '#access'
import { Refusal } from '#shared'
import {
  type AnswerIssue,
  answerSheetRequest,
  answersKept,
  issuedLink,
  issueSheetRequest,
  makeQuestionSheet,
  remindRequest,
  sayAnswerIssue,
  sheetSummary,
  sheetView,
  suppliersView,
  takeOverRequest,
  writeQuestionWorkbook,
} from '#supplier'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readUpload } from '../read-upload.ts'
import { sendPaper } from '../send-paper.ts'

const sheetParams = z.object({ sheetId: z.string().max(64) })
const supplierParams = z.object({ supplierId: z.string().max(64) })
const linkParams = z.object({ linkId: z.string().max(64) })
const nothing = { 204: z.null() }
/** What was wrong with answers is answered as a list: the person puts it right and sends it again. */
const keptView = z.union([
  answersKept,
  z.object({ issues: z.array(z.object({ path: z.string(), sentence: z.string() })) }),
])
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 事業者への質問 — sheets, what comes back on them, reminders and links. */
export function supplierRoutes(api: Api, options: AppOptions): void {
  const { suppliers, clock } = options.platform

  api.get('/suppliers', { schema: { response: { 200: suppliersView } } }, async (request) =>
    suppliers.readSuppliers(await callerOf(request, options)),
  )

  api.post(
    '/question-sheets',
    { schema: { body: issueSheetRequest, response: { 201: sheetSummary } } },
    async (request, reply) =>
      reply.status(201).send(await suppliers.issueSheet(await callerOf(request, options), request.body)),
  )

  const one = { schema: { params: sheetParams, response: { 200: sheetView } } }
  api.get('/question-sheets/:sheetId', one, async (request) =>
    suppliers.readSheet(await callerOf(request, options), request.params.sheetId),
  )

  api.delete(
    '/question-sheets/:sheetId',
    { schema: { params: sheetParams, response: nothing } },
    async (request, reply) => {
      await suppliers.closeSheet(await callerOf(request, options), request.params.sheetId)
      return reply.status(204).send(null)
    },
  )

  api.put(
    '/question-sheets/:sheetId/answers',
    { schema: { params: sheetParams, body: answerSheetRequest, response: { 200: keptView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      return orIssues(languageOf(request), suppliers.answerSheet(caller, request.params.sheetId, request.body))
    },
  )

  api.post(
    '/question-sheets/:sheetId/answers/file',
    { schema: { params: sheetParams, response: { 200: keptView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      demand(caller, 'supplier.record') // a file is up to 5 MB
      const { file } = await readUpload(request)
      const kept = suppliers.answerByWorkbook(caller, request.params.sheetId, file.bytes)
      return orIssues(languageOf(request), kept)
    },
  )

  api.post(
    '/question-sheets/:sheetId/proposals',
    { schema: { params: sheetParams, body: takeOverRequest, response: { 200: answersKept } } },
    async (request) => suppliers.takeOver(await callerOf(request, options), request.params.sheetId, request.body),
  )

  api.post(
    '/question-sheets/:sheetId/reminders',
    { schema: { params: sheetParams, body: remindRequest, response: nothing } },
    async (request, reply) => {
      await suppliers.remind(await callerOf(request, options), request.params.sheetId, request.body)
      return reply.status(204).send(null)
    },
  )

  const letter = z.object({ letter: z.enum(['sheet', 'reminder']).default('sheet') })
  api.get(
    '/question-sheets/:sheetId/paper.pdf',
    { schema: { params: sheetParams, querystring: letter } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      const view = await suppliers.readSheet(caller, request.params.sheetId)
      const paper = await makeQuestionSheet({ view, letter: request.query.letter, language: languageOf(request) })
      return sendPaper(reply, paper, `questions-${view.number}.pdf`)
    },
  )

  api.get('/question-sheets/:sheetId/workbook.xlsx', { schema: { params: sheetParams } }, async (request, reply) => {
    const view = await suppliers.readSheet(await callerOf(request, options), request.params.sheetId)
    return reply
      .type(workbookType)
      .header('content-disposition', `attachment; filename="questions-${view.number}.xlsx"`)
      .serializer((whole: unknown) => whole as string)
      .send(Buffer.from(await writeQuestionWorkbook(view, clock.now())))
  })

  api.post(
    '/suppliers/:supplierId/links',
    { schema: { params: supplierParams, response: { 201: issuedLink } } },
    async (request, reply) =>
      reply.status(201).send(await suppliers.issueLink(await callerOf(request, options), request.params.supplierId)),
  )

  api.delete(
    '/supplier-links/:linkId',
    { schema: { params: linkParams, response: nothing } },
    async (request, reply) => {
      await suppliers.revokeLink(await callerOf(request, options), request.params.linkId)
      return reply.status(204).send(null)
    },
  )
}

/** What came of answers, or what is wrong with them in sentences. */
export async function orIssues<T>(language: Language, work: Promise<T>) {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal) || !Array.isArray(error.facts.issues) || error.code !== 'malformed') throw error
    const issues = error.facts.issues as readonly AnswerIssue[]
    return { issues: issues.map((issue) => ({ path: issue.path, sentence: sayAnswerIssue(issue, language) })) }
  }
}
