import { z } from 'zod'
import { demand } from '#access'
import { openFromGapsRequest, planView, taskPageView, writePlanWorkbook } from '#assessment'
import { changeTaskRequest, decideTaskRequest, moveTaskRequest, noteTaskRequest, openTaskRequest } from '#task'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

const params = z.object({ taskId: z.string().max(64) })
// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })
const page = { params, response: { 200: taskPageView } }

/** 改善計画と用件 — the plan, one task, and what may be done to it. Every change answers with the task as it is then. */
export function planRoutes(api: Api, options: AppOptions): void {
  const { plan, tasks, clock } = options.platform

  api.get('/plan', { schema: { response: { 200: planView } } }, async (request) =>
    plan.readPlan(await callerOf(request, options), languageOf(request)),
  )

  api.get('/plan.xlsx', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'report.read')
    const language = request.query.language ?? languageOf(request)
    const view = await plan.readPlan(caller, language)
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="plan-${view.on}.xlsx"`)
      .send(Buffer.from(await writePlanWorkbook(view, language, clock.now())))
  })

  api.post(
    '/plan/tasks',
    { schema: { body: openFromGapsRequest, response: { 201: taskPageView } } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      const taskId = await plan.openFromGaps(caller, request.body, languageOf(request))
      return reply.status(201).send(await plan.readTaskPage(caller, taskId, languageOf(request)))
    },
  )

  api.post('/tasks', { schema: { body: openTaskRequest, response: { 201: taskPageView } } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const taskId = await tasks.openTask(caller, request.body)
    return reply.status(201).send(await plan.readTaskPage(caller, taskId, languageOf(request)))
  })

  api.get('/tasks/:taskId', { schema: page }, async (request) =>
    plan.readTaskPage(await callerOf(request, options), request.params.taskId, languageOf(request)),
  )

  api.get(
    '/tasks/:taskId/decision-sheet.pdf',
    { schema: { params, querystring: inLanguage } },
    async (request, reply) => {
      const { taskId } = request.params
      const language = request.query.language ?? languageOf(request)
      const paper = await plan.makeTaskSheet(await callerOf(request, options), taskId, language)
      return sendPaper(reply, paper, `decision-${taskId.slice(0, 8)}.pdf`)
    },
  )

  api.put('/tasks/:taskId', { schema: { ...page, body: changeTaskRequest } }, async (request) => {
    const caller = await callerOf(request, options)
    await tasks.changeTask(caller, request.params.taskId, request.body)
    return plan.readTaskPage(caller, request.params.taskId, languageOf(request))
  })

  api.post('/tasks/:taskId/state', { schema: { ...page, body: moveTaskRequest } }, async (request) => {
    const caller = await callerOf(request, options)
    await tasks.moveTask(caller, request.params.taskId, request.body)
    return plan.readTaskPage(caller, request.params.taskId, languageOf(request))
  })

  api.post('/tasks/:taskId/notes', { schema: { ...page, body: noteTaskRequest } }, async (request) => {
    const caller = await callerOf(request, options)
    await tasks.noteTask(caller, request.params.taskId, request.body)
    return plan.readTaskPage(caller, request.params.taskId, languageOf(request))
  })

  api.post('/tasks/:taskId/decision', { schema: { ...page, body: decideTaskRequest } }, async (request) => {
    const caller = await callerOf(request, options)
    await tasks.decideTask(caller, request.params.taskId, request.body)
    return plan.readTaskPage(caller, request.params.taskId, languageOf(request))
  })
}
