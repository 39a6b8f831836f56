import { z } from 'zod'
import { accountView, changeAccountRequest, createAccountRequest, issuedCode, resetAccountRequest } from '#access'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const params = z.object({ accountId: z.string().max(64) })
const version = z.strictObject({ version: z.int() })

/** The management of accounts. */
export function accountRoutes(api: Api, options: AppOptions): void {
  const { access } = options.platform

  api.get(
    '/accounts',
    { schema: { response: { 200: z.object({ accounts: z.array(accountView) }) } } },
    async (request) => ({
      accounts: [...(await access.readAccounts(await callerOf(request, options)))],
    }),
  )

  api.post(
    '/accounts',
    {
      schema: {
        body: createAccountRequest,
        response: { 201: z.object({ account: accountView, invitation: issuedCode }) },
      },
    },
    async (request, reply) => {
      const created = await access.createAccount(await callerOf(request, options), request.body)
      return reply.status(201).send(created)
    },
  )

  api.put(
    '/accounts/:accountId',
    { schema: { params, body: changeAccountRequest.omit({ accountId: true }), response: { 200: accountView } } },
    async (request) => access.changeAccount(await callerOf(request, options), { ...request.body, ...request.params }),
  )

  api.post(
    '/accounts/:accountId/disable',
    { schema: { params, body: version, response: { 200: accountView } } },
    async (request) => access.disableAccount(await callerOf(request, options), { ...request.body, ...request.params }),
  )

  api.post(
    '/accounts/:accountId/enable',
    { schema: { params, body: version, response: { 200: accountView } } },
    async (request) => access.enableAccount(await callerOf(request, options), { ...request.body, ...request.params }),
  )

  api.post(
    '/accounts/:accountId/reset',
    { schema: { params, body: resetAccountRequest.omit({ accountId: true }), response: { 200: issuedCode } } },
    async (request) => access.resetAccount(await callerOf(request, options), { ...request.body, ...request.params }),
  )

  api.delete(
    '/accounts/:accountId/sessions',
    { schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      await access.endSessionsOf(await callerOf(request, options), request.params.accountId)
      return reply.status(204).send(null)
    },
  )
}
