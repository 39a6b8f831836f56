import { z } from 'zod'
import {
  answerPracticesRequest,
  itemHistory,
  itemView,
  keptItemView,
  kindSchema,
  mayView,
  namesView,
  practicesView,
} from '#registry'
import { isDay } from '#shared'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'
import { leaverRoutes } from './leavers.ts'
import { registryFileRoutes } from './registry-file.ts'
import { registryTableRoutes } from './registry-table.ts'

const place = z.object({ kind: kindSchema, id: z.string().max(64) })
const item = z.record(z.string(), z.unknown())
const daySchema = z.string().refine(isDay)
const version = z.int().min(0)

const registryView = z.object({ items: z.array(keptItemView), practices: practicesView, may: mayView })

/** 台帳 — items, answers, and the whole of it as a file. */
export function registryRoutes(api: Api, options: AppOptions): void {
  const { registry } = options.platform

  api.get('/registry', { schema: { response: { 200: registryView } } }, async (request) => {
    const caller = await callerOf(request, options)
    const [{ items, may }, practices] = await Promise.all([registry.listAll(caller), registry.readPractices(caller)])
    return { items: [...items], practices, may }
  })

  api.get('/registry/names', { schema: { response: { 200: namesView } } }, async (request) => [
    ...(await registry.listNames(await callerOf(request, options))),
  ])

  api.get('/registry/:kind/:id', { schema: { params: place, response: { 200: itemView } } }, async (request) =>
    registry.readItem(await callerOf(request, options), request.params.kind, request.params.id),
  )

  api.get(
    '/registry/:kind/:id/history',
    { schema: { params: place, response: { 200: itemHistory } } },
    async (request) => registry.historyOf(await callerOf(request, options), request.params.kind, request.params.id),
  )

  api.get(
    '/registry/as-of',
    {
      schema: {
        querystring: z.object({ at: z.iso.datetime() }),
        response: { 200: z.object({ at: z.string(), facility: z.record(z.string(), z.unknown()) }) },
      },
    },
    async (request) => {
      const { at } = request.query
      return { at, facility: { ...(await registry.facilityAsOf(await callerOf(request, options), at)) } }
    },
  )

  api.get(
    '/registry/on',
    { schema: { querystring: z.object({ day: daySchema }), response: { 200: registryView } } },
    async (request) => registry.registryOn(await callerOf(request, options), request.query.day),
  )

  api.post(
    '/registry/:kind',
    { schema: { params: place.pick({ kind: true }), body: z.strictObject({ item }), response: { 201: keptItemView } } },
    async (request, reply) => {
      const { kind } = request.params
      const kept = await registry.createItem(await callerOf(request, options), { kind, item: request.body.item })
      return reply.status(201).send(kept)
    },
  )

  api.put(
    '/registry/:kind/:id',
    { schema: { params: place, body: z.strictObject({ version, item }), response: { 200: keptItemView } } },
    async (request) => registry.changeItem(await callerOf(request, options), { ...request.params, ...request.body }),
  )

  api.delete(
    '/registry/:kind/:id',
    {
      schema: {
        params: place,
        querystring: z.object({ version: z.coerce.number().int().min(0) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await registry.removeItem(await callerOf(request, options), { ...request.params, ...request.query })
      return reply.status(204).send(null)
    },
  )

  api.put(
    '/practices',
    { schema: { body: answerPracticesRequest, response: { 200: practicesView } } },
    async (request) => registry.answerPractices(await callerOf(request, options), request.body),
  )

  registryFileRoutes(api, options)
  leaverRoutes(api, options)
  registryTableRoutes(api, options)
}
