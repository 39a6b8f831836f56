import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { demand } from '#access'
import {
  type Facility,
  importPreview,
  parseFacility,
  parseFacilityFile,
  writeFacilityJson,
  writeFacilityWorkbook,
  writeFacilityYaml,
  writeTemplateWorkbook,
} from '#registry'
import { isDay } from '#shared'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { issuesView, sentencesOf } from '../issues.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readUpload } from '../read-upload.ts'

const importRequest = z.strictObject({ text: z.string().max(5_000_000), basis: z.string().max(64).optional() })
const previewView = z.union([importPreview, issuesView])

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const formats = {
  yaml: { type: 'application/yaml; charset=utf-8', write: (facility: Facility) => writeFacilityYaml(facility) },
  json: { type: 'application/json; charset=utf-8', write: (facility: Facility) => writeFacilityJson(facility) },
  xlsx: { type: workbookType, write: writeFacilityWorkbook },
} as const

/** 書き出しと取り込み — the whole registry as one file: text in the body, or a file as a browser uploads it. */
export function registryFileRoutes(api: Api, options: AppOptions): void {
  const { registry, clock } = options.platform
  const format = z.enum(['yaml', 'json', 'xlsx']).default('yaml')

  const querystring = z.object({
    format,
    template: z.literal('true').optional(),
    on: z.string().refine(isDay).optional(),
  })

  api.get('/registry/export', { schema: { querystring } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    if (request.query.template) {
      demand(caller, 'registry.export')
      return sendFile(reply, 'facility-template.xlsx', workbookType, await writeTemplateWorkbook(clock.now()))
    }
    const { format: name, on } = request.query
    const { type, write } = formats[name]
    const facility = await (on ? registry.exportFacilityOn(caller, on) : registry.exportFacility(caller))
    const content = await write(facility, clock.now())
    return sendFile(reply, `facility${on ? `-${on}` : ''}.${name}`, type, content)
  })

  /** What is refused for its contents is answered as a list: the person puts it right and looks again. */
  const preview = async (request: FastifyRequest, read: () => Facility | Promise<Facility>) => {
    const caller = await callerOf(request, options)
    demand(caller, 'registry.import') // a large file takes a while to read
    try {
      return await registry.previewImport(caller, await read())
    } catch (error) {
      return sentencesOf(error, languageOf(request))
    }
  }

  api.post(
    '/registry/import/preview',
    { schema: { body: importRequest, response: { 200: previewView } } },
    async (request) => preview(request, () => parseFacility(request.body.text, options.platform.knownFacts())),
  )

  api.post('/registry/import/file/preview', { schema: { response: { 200: previewView } } }, async (request) =>
    preview(request, async () => parseFacilityFile((await readUpload(request)).file, options.platform.knownFacts())),
  )

  api.post(
    '/registry/import',
    { schema: { body: importRequest, response: { 200: importPreview } } },
    async (request) => {
      const caller = await callerOf(request, options)
      demand(caller, 'registry.import')
      const facility = parseFacility(request.body.text, options.platform.knownFacts())
      return registry.replaceFacility(caller, facility, request.body.basis)
    },
  )

  api.post('/registry/import/file', { schema: { response: { 200: importPreview } } }, async (request) => {
    const caller = await callerOf(request, options)
    demand(caller, 'registry.import')
    const { file, basis } = await readUpload(request)
    return registry.replaceFacility(caller, await parseFacilityFile(file, options.platform.knownFacts()), basis)
  })
}

function sendFile(reply: FastifyReply, name: string, type: string, content: string | Uint8Array): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .serializer((whole: unknown) => whole as string)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}
