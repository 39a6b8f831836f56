import { z } from 'zod'
import { kindSchema, tableFilled, tablePreview, tableRequest, tableUndo } from '#registry'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { issuesView, sentencesOf } from '../issues.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readUpload } from '../read-upload.ts'

const params = z.object({ kind: kindSchema })

/** 表 — text laid on the table of a kind: looked at first, then kept as a whole, and taken back as a whole. */
export function registryTableRoutes(api: Api, options: AppOptions): void {
  const { registry } = options.platform

  api.post(
    '/registry/:kind/table/preview',
    { schema: { params, body: tableRequest, response: { 200: z.union([tablePreview, issuesView]) } } },
    async (request) => {
      const caller = await callerOf(request, options)
      try {
        return await registry.previewTable(caller, request.params.kind, request.body)
      } catch (error) {
        return sentencesOf(error, languageOf(request))
      }
    },
  )

  api.post(
    '/registry/:kind/table',
    { schema: { params, body: tableRequest, response: { 200: tableFilled } } },
    async (request) => registry.fillTable(await callerOf(request, options), request.params.kind, request.body),
  )

  api.post(
    '/registry/:kind/csv/preview',
    { schema: { params, response: { 200: z.union([tablePreview, issuesView]) } } },
    async (request) => {
      const caller = await callerOf(request, options)
      try {
        return await registry.previewCsv(caller, request.params.kind, (await readUpload(request)).file.bytes)
      } catch (error) {
        return sentencesOf(error, languageOf(request))
      }
    },
  )

  api.post('/registry/:kind/csv', { schema: { params, response: { 200: tableFilled } } }, async (request) => {
    const caller = await callerOf(request, options)
    const { file, basis } = await readUpload(request)
    return registry.importCsv(caller, request.params.kind, file.bytes, basis)
  })

  api.post(
    '/registry/:kind/table/undo',
    {
      schema: {
        params,
        body: tableUndo,
        response: { 200: z.object({ restored: z.int(), removed: z.int() }) },
      },
    },
    async (request) => registry.undoTable(await callerOf(request, options), request.params.kind, request.body),
  )
}
