import { z } from 'zod'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

const sheet = z.object({ recoveryCode: z.string() })

/** 鍵 — a new root key, and the one sight of the code on its recovery sheet. */
export function keyRoutes(api: Api, options: AppOptions): void {
  api.post('/keys/rotation', { schema: { response: { 201: sheet } } }, async (request, reply) => {
    const { recoveryCode } = await options.platform.rotateKeys(await callerOf(request, options))
    return reply.status(201).send({ recoveryCode })
  })
}
