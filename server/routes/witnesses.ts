import { z } from 'zod'
import {
  evidenceFile,
  nameWitnessRequest,
  watchLogRequest,
  witnessAnswer,
  witnessingView,
  witnessPolicyRequest,
} from '#federation'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const nothing = { 204: z.null() }
const witnessParams = z.object({ witnessId: z.string().max(64) })
const evidenceParams = z.object({ evidenceId: z.string().max(64) })
// A submission is 512,000 bytes at most, and a cosigned checkpoint shorter.
const file = z.object({ text: z.string().min(1).max(512_000) })
const submissionQuery = z.object({
  witnessId: z.string().max(64).optional(),
  from: z.coerce.number().int().min(0).optional(),
})
const outcomes = z.object({
  outcomes: z.array(z.object({ witnessId: z.string(), label: z.string(), answer: witnessAnswer })),
})
const signed = z.object({ status: z.int(), text: z.string() })

/** 立会い — who witnesses our journal, and whose we witness. */
export function witnessRoutes(api: Api, options: AppOptions): void {
  const { federation } = options.platform

  api.get('/witnessing', { schema: { response: { 200: witnessingView } } }, async (request) =>
    federation.readWitnessing(await callerOf(request, options)),
  )

  const named = { schema: { body: nameWitnessRequest, response: { 201: z.object({ witnessId: z.string() }) } } }
  api.post('/witnesses', named, async (request, reply) => {
    const witnessId = await federation.nameWitness(await callerOf(request, options), request.body)
    return reply.status(201).send({ witnessId })
  })

  api.delete(
    '/witnesses/:witnessId',
    { schema: { params: witnessParams, response: nothing } },
    async (request, reply) => {
      await federation.dropWitness(await callerOf(request, options), request.params.witnessId)
      return reply.status(204).send(null)
    },
  )

  const policy = { schema: { body: witnessPolicyRequest, response: nothing } }
  api.put('/witnesses/policy', policy, async (request, reply) => {
    await federation.setPolicy(await callerOf(request, options), request.body)
    return reply.status(204).send(null)
  })

  api.post('/witnesses/round', { schema: { response: { 200: outcomes } } }, async (request) => ({
    outcomes: [...(await federation.askNow(await callerOf(request, options)))],
  }))

  api.get('/witnesses/submission', { schema: { querystring: submissionQuery } }, async (request, reply) => {
    const text = await federation.writeSubmission(await callerOf(request, options), request.query)
    return reply.type('text/plain; charset=utf-8').send(text)
  })

  const cosigned = { schema: { body: file, response: { 200: z.object({ by: z.array(z.string()) }) } } }
  api.post('/witnesses/cosigned', cosigned, async (request) => ({
    by: [...(await federation.takeCosigned(await callerOf(request, options), request.body.text))],
  }))

  const keys = { schema: { response: { 200: z.object({ keys: z.array(z.string()) }) } } }
  api.post('/watched-logs/keys', keys, async (request) => ({
    keys: [...(await federation.makeKeys(await callerOf(request, options)))],
  }))

  const watched = { schema: { body: watchLogRequest, response: { 201: z.object({ origin: z.string() }) } } }
  api.post('/watched-logs', watched, async (request, reply) => {
    const origin = await federation.watchLog(await callerOf(request, options), request.body)
    return reply.status(201).send({ origin })
  })

  api.delete(
    '/watched-logs',
    { schema: { querystring: z.object({ origin: z.string().max(255) }), response: nothing } },
    async (request, reply) => {
      await federation.unwatchLog(await callerOf(request, options), request.query.origin)
      return reply.status(204).send(null)
    },
  )

  /** What a witness answers is no refusal of ours: 409 with the size is told to the log. */
  api.post('/watched-logs/cosignature', { schema: { body: file, response: { 200: signed } } }, async (request) => {
    const { status, body } = await federation.signSubmission(await callerOf(request, options), request.body.text)
    return { status, text: body }
  })

  const evidence = { schema: { params: evidenceParams, response: { 200: evidenceFile } } }
  api.get('/watched-logs/evidence/:evidenceId', evidence, async (request) => {
    const caller = await callerOf(request, options)
    return federation.readEvidenceFile(caller, request.params.evidenceId)
  })
}
