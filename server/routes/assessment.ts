import { demand } from '#access'
import { makeReport, presentedAssessmentSchema, previousOf, reportFor } from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'
import { shownAssessment, shownText } from '../shown.ts'

/** 点検 — the whole edition as it stands now, and the paper made of it. */
export function assessmentRoutes(api: Api, options: AppOptions): void {
  const { assessments, registry, access, library } = options.platform

  // Answered as a text that is ready: it is long, and many pages ask for it.
  api.get('/assessment', { schema: { response: { 200: presentedAssessmentSchema } } }, async (request, reply) => {
    const judged = await assessments.loadAssessment(await callerOf(request, options))
    const text = shownText(judged, library.loadEdition(), languageOf(request))
    return reply
      .type('application/json; charset=utf-8')
      .serializer(String)
      .send(text as never)
  })

  api.get('/assessment/report.pdf', async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'report.read')
    const edition = library.loadEdition()
    const presented = shownAssessment(await assessments.loadAssessment(caller), edition, languageOf(request))
    const facility = await registry.loadFacility(caller)
    const { account } = await access.readMe(caller)
    const { snapshots } = await assessments.readSnapshots(caller)
    // What stands now has no number yet; the last snapshot is what it is compared with.
    const previous = previousOf(snapshots[0])
    const paper = reportFor({ edition, facility, presented, createdBy: account.displayName, previous })
    return sendPaper(reply, await makeReport(paper), `assessment-${presented.on}.pdf`)
  })
}
