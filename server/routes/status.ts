import { z } from 'zod'
import packageFile from '../../package.json' with { type: 'json' }
import type { Api } from '../api.ts'
import { isSameMachine } from '../guard.ts'
import type { AppOptions } from '../options.ts'

const statusView = z.object({
  needsSetup: z.boolean(),
  sample: z.boolean(),
  facilityName: z.string().optional(),
  /** The code of the first run: shown only to the machine that also shows it in its console. */
  setupCode: z.string().optional(),
  /** Whether the sample may be entered without an account. */
  sampleEntry: z.boolean(),
  version: z.string(),
})

/** What a browser may know before anybody signs in. */
export function statusRoutes(api: Api, { platform, setupCode, sample, tls }: AppOptions): void {
  api.get('/status', { schema: { response: { 200: statusView } } }, async (request) => {
    const needsSetup = !(await platform.access.isSetUp())
    // Behind a proxy everybody comes from this machine, whether the proxy says so or not.
    const isHere = !tls && isSameMachine(request)
    return {
      needsSetup,
      sample: sample !== undefined,
      facilityName: sample?.name,
      setupCode: needsSetup && isHere ? setupCode?.() : undefined,
      sampleEntry: sample !== undefined && isHere,
      version: packageFile.version,
    }
  })

  api.get('/health', { schema: { response: { 200: z.object({ ok: z.literal(true) }) } } }, async () => {
    await platform.access.isSetUp()
    return { ok: true as const }
  })

  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger())
}
