import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { demand } from '#access'
import { type InspectionProgress, inspectionFilesView, inspectionSteps, inspectionWords } from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { problemFor } from '../problem.ts'
import { sendPaper } from '../send-paper.ts'

const params = z.object({ inspectionId: z.string().max(64) })
// Each takes seconds of one processor and megabytes of disk; nobody reads ten in a minute.
const making = { rateLimit: { max: 10, timeWindow: '1 minute' } }

/** 立入検査ファイル — making one with its steps told as they are taken, and reading those that were made. */
export function inspectionRoutes(api: Api, options: AppOptions): void {
  const { inspections } = options.platform

  api.get('/inspection-files', { schema: { response: { 200: inspectionFilesView } } }, async (request) =>
    inspections.readInspections(await callerOf(request, options)),
  )

  /** Answers at once, a line of JSON for each step; the last line is the file, or the problem. */
  api.post('/inspection-files', { config: making }, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'inspection.make')
    const language = languageOf(request)
    const lines = new PassThrough()
    const say = (line: InspectionProgress | { readonly problem: object }) => lines.write(`${JSON.stringify(line)}\n`)
    inspections
      .makeInspection(caller, language, (step) => {
        const number = inspectionSteps.indexOf(step) + 1
        say({ step, number, of: inspectionSteps.length, sentence: inspectionWords(language).steps[step] })
      })
      .then(
        ({ view }) => say({ done: view }),
        (error: unknown) => say({ problem: problemFor(error, request) }),
      )
      .finally(() => lines.end())
    return reply.type('application/x-ndjson').send(lines)
  })

  api.get('/inspection-files/:inspectionId/paper.pdf', { schema: { params } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const { content, madeOn } = await inspections.openInspection(caller, request.params.inspectionId, 'paper')
    return sendPaper(reply, Buffer.concat(await content.toArray()), `inspection-file-${madeOn}.pdf`)
  })

  api.get('/inspection-files/:inspectionId/folder.zip', { schema: { params } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const { content, madeOn } = await inspections.openInspection(caller, request.params.inspectionId, 'folder')
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="inspection-file-${madeOn}.zip"`)
      .send(content)
  })
}
