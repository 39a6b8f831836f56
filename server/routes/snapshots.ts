import { z } from 'zod'
import { demand } from '#access'
import {
  approveSnapshotRequest,
  comparisonView,
  makeReport,
  present,
  presentComparison,
  presentedAssessmentSchema,
  previousOf,
  reportFor,
  sayNumber,
  snapshotsView,
  snapshotView,
} from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

const id = z.string().max(64)
const params = z.object({ snapshotId: id })
// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })
const opened = z.object({ snapshot: snapshotView, assessment: presentedAssessmentSchema })

/** 点検の記録 — taking one, reading one as it was, what differs between two, and the director's approval. */
export function snapshotRoutes(api: Api, options: AppOptions): void {
  const { assessments, tasks, library } = options.platform

  api.get('/snapshots', { schema: { response: { 200: snapshotsView } } }, async (request) =>
    assessments.readSnapshots(await callerOf(request, options)),
  )

  api.post('/snapshots', { schema: { response: { 201: snapshotView } } }, async (request, reply) =>
    reply.status(201).send(await assessments.takeSnapshot(await callerOf(request, options))),
  )

  api.get(
    '/snapshots/comparison',
    { schema: { querystring: z.object({ before: id, after: id }), response: { 200: comparisonView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      const compared = await assessments.readComparison(caller, request.query)
      const done = await tasks.listTasks(caller)
      return presentComparison(compared, library.loadEdition(compared.views.after.edition), languageOf(request), done)
    },
  )

  api.get('/snapshots/:snapshotId', { schema: { params, response: { 200: opened } } }, async (request) => {
    const caller = await callerOf(request, options)
    const { view, content } = await assessments.readSnapshot(caller, request.params.snapshotId)
    const assessment = present(content.assessment, library.loadEdition(content.edition), languageOf(request))
    return { snapshot: view, assessment }
  })

  api.get(
    '/snapshots/:snapshotId/report.pdf',
    { schema: { params, querystring: inLanguage } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      demand(caller, 'report.read')
      const { view, content, previous } = await assessments.readSnapshot(caller, request.params.snapshotId)
      const edition = library.loadEdition(content.edition)
      const language = request.query.language ?? languageOf(request)
      const paper = reportFor({
        edition,
        facility: content.facility,
        presented: present(content.assessment, edition, language),
        createdBy: view.takenBy,
        reportNumber: sayNumber(view, language),
        previous: previousOf(previous),
      })
      return sendPaper(reply, await makeReport(paper), `assessment-${view.fiscalYear}-${view.number}.pdf`)
    },
  )

  api.post(
    '/snapshots/:snapshotId/approval',
    { schema: { params, body: approveSnapshotRequest.pick({ digest: true }), response: { 200: snapshotView } } },
    async (request) =>
      assessments.approveSnapshot(await callerOf(request, options), { ...request.params, ...request.body }),
  )
}
