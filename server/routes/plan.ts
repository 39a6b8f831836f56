import { z } from 'zod'
import { openFromGapsRequest, planView, taskPageView } from '#assessment'
import { changeTaskRequest, decideTaskRequest, moveTaskRequest, noteTaskRequest, openTaskRequest } from '#task'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'

const params = z.object({ taskId: z.string().max(64) })
const page = { params, response: { 200: taskPageView } }

/** 改善計画と用件 — the plan, one task, and what may be done to it. Every change answers with the task as it is then. */
export function planRoutes(api: Api, options: AppOptions): void {
  const { plan, tasks } = options.platform

  api.get('/plan', { schema: { response: { 200: planView } } }, async (request) =>
    plan.readPlan(await callerOf(request, options), languageOf(request)),
  )

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
