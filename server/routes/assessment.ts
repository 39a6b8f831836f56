import { z } from 'zod'
import { type Caller, demand } from '#access'
import {
  makeAssessmentWorkbook,
  makeReport,
  presentedAssessmentSchema,
  previousOf,
  reportFor,
  shortfallsOf,
} from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'
import { shownAssessment, shownText } from '../shown.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })

const mine = z.object({ requirementIds: z.array(z.string()) })

/** 点検 — the whole edition as it stands now, and the paper made of it. */
export function assessmentRoutes(api: Api, options: AppOptions): void {
  const { assessments, registry, access, library, clock, directory } = options.platform

  // Answered as a text that is ready: it is long, and many pages ask for it.
  api.get('/assessment', { schema: { response: { 200: presentedAssessmentSchema } } }, async (request, reply) => {
    const judged = await assessments.loadAssessment(await callerOf(request, options))
    const text = shownText(judged, library.loadEdition(), languageOf(request))
    return reply
      .type('application/json; charset=utf-8')
      .serializer(String)
      .send(text as never)
  })

  // What falls to the reader: as the person of the registry they are linked to, and by the posts they hold.
  api.get('/assessment/mine', { schema: { response: { 200: mine } } }, async (request) => {
    const caller = await callerOf(request, options)
    const judged = await assessments.loadAssessment(caller)
    const facility = await registry.loadFacility(caller)
    const persons = await directory.standsFor(caller)
    const own = shortfallsOf(judged, facility, persons)
    return { requirementIds: [...new Set(own.map(({ requirementId }) => requirementId))] }
  })

  /** What the paper and the workbook say, gathered once for both. */
  async function reportOf(caller: Caller, language: Language) {
    demand(caller, 'report.read')
    const edition = library.loadEdition()
    const presented = shownAssessment(await assessments.loadAssessment(caller), edition, language)
    const facility = await registry.loadFacility(caller)
    const { account } = await access.readMe(caller)
    const { snapshots } = await assessments.readSnapshots(caller)
    // What stands now has no number yet; the last snapshot is what it is compared with.
    const previous = previousOf(snapshots[0])
    return reportFor({ edition, facility, presented, createdBy: account.displayName, previous })
  }

  api.get('/assessment/report.pdf', async (request, reply) => {
    const report = await reportOf(await callerOf(request, options), languageOf(request))
    return sendPaper(reply, await makeReport(report), `assessment-${report.createdOn}.pdf`)
  })

  api.get('/assessment/report.xlsx', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    const report = await reportOf(await callerOf(request, options), language)
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="assessment-${report.createdOn}.xlsx"`)
      .send(Buffer.from(await makeAssessmentWorkbook(report, clock.now())))
  })
}
