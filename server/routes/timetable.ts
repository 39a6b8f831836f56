import { z } from 'zod'
import { runView, timetableView } from '#timetable'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const jobParams = z.object({ job: z.string().max(64) })

/** 定期処理 — what runs when, and how it went. */
export function timetableRoutes(api: Api, options: AppOptions): void {
  const { timetable } = options.platform

  api.get('/timetable', { schema: { response: { 200: timetableView } } }, async (request) =>
    timetable.readTimetable(await callerOf(request, options)),
  )

  const run = { schema: { params: jobParams, response: { 200: runView } } }
  api.post('/timetable/:job/runs', run, async (request) =>
    timetable.runNow(await callerOf(request, options), request.params.job),
  )
}
