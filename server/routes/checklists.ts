import { z } from 'zod'
import { demand, may } from '#access'
import {
  answerChecklistRequest,
  checklistAnswerView,
  checklistPageView,
  type FilledChecklist,
  holderOf,
  makeChecklist,
  presentChecklist,
  withdrawChecklistAnswerRequest,
} from '#assessment'
import { dayOf, Refusal } from '#shared'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'

const params = z.object({ checklistId: z.string().max(64) })
const bilingual = z.object({ ja: z.string(), en: z.string() })
const listed = z.object({ checklists: z.array(z.object({ id: z.string(), title: bilingual, fiscalYear: z.int() })) })
const { sheet, supplierId } = withdrawChecklistAnswerRequest.shape
const number = z.coerce.number().int()
const withdrawn = withdrawChecklistAnswerRequest.extend({ round: number.min(1).max(9), version: number.min(1) })

/** チェックリスト — the ministry's yearly form: what is proposed, what people answered, and the paper. */
export function checklistRoutes(api: Api, options: AppOptions): void {
  const { assessments, registry, library, clock } = options.platform
  const bookOf = ({ checklist, lastYear }: FilledChecklist, language: Language) => ({
    checklist: library.loadChecklist(checklist),
    lastYear: lastYear === undefined ? undefined : library.loadChecklist(lastYear),
    edition: library.loadEdition(),
    language,
  })

  api.get('/checklists', { schema: { response: { 200: listed } } }, async (request) => {
    demand(await callerOf(request, options), 'checklist.read')
    // The one being filled in first, then from the newest.
    const current = library.checklistInForce(dayOf(clock.now()))
    const others = library.checklists().filter((id) => id !== current.id)
    const newestFirst = others.map(library.loadChecklist).sort((a, b) => b.fiscalYear - a.fiscalYear)
    return { checklists: [current, ...newestFirst] }
  })

  api.get('/checklists/:checklistId', { schema: { params, response: { 200: checklistPageView } } }, async (request) => {
    const caller = await callerOf(request, options)
    const filled = await assessments.readChecklist(caller, request.params.checklistId)
    const book = bookOf(filled, languageOf(request))
    return { ...presentChecklist(filled, book), may: { answer: may(caller, 'checklist.answer') } }
  })

  api.put(
    '/checklists/:checklistId/answers',
    { schema: { params, body: answerChecklistRequest, response: { 200: checklistAnswerView } } },
    async (request) =>
      assessments.answerChecklist(await callerOf(request, options), request.params.checklistId, request.body),
  )

  api.delete(
    '/checklists/:checklistId/answers',
    { schema: { params, querystring: withdrawn, response: { 204: z.null() } } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      await assessments.withdrawChecklistAnswer(caller, request.params.checklistId, request.query)
      return reply.status(204).send(null)
    },
  )

  api.get(
    '/checklists/:checklistId/paper.pdf',
    { schema: { params, querystring: z.object({ sheet: sheet.optional(), supplierId }) } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      demand(caller, 'report.read')
      const filled = await assessments.readChecklist(caller, request.params.checklistId)
      const wanted = request.query
      const sheets = filled.sheets.filter(
        (one) =>
          (wanted.sheet === undefined || wanted.sheet === one.sheet) &&
          (wanted.supplierId === undefined || wanted.supplierId === one.supplierId),
      )
      if (sheets.length === 0) throw new Refusal('not-found', { what: 'checklist-sheet' })
      const book = bookOf(filled, languageOf(request))
      const responsible = holderOf(await registry.loadFacility(caller), 'safety-manager')
      const paper = await makeChecklist({ view: presentChecklist({ ...filled, sheets }, book), responsible })
      return reply
        .type('application/pdf')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .header('content-disposition', `inline; filename="checklist-${filled.on}.pdf"`)
        .send(Buffer.from(paper))
    },
  )
}
