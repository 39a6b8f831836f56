import { z } from 'zod'
import { Refusal } from '#shared'

/** リモート署名の設定 — where a service is and which key is meant. Secrets stand in files of their own, in the environment, or are asked for. */
const settings = z.strictObject({
  api: z.literal('csc-v2'),
  address: z.string().max(500),
  credential: z.string().max(256).optional(),
  certificate: z
    .string()
    .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/))
    .optional(),
  /** By name: `access-token`, `PIN`, `OTP`, …; a path as seen from the settings. */
  secretFiles: z.record(z.string().max(32), z.string().max(1000)).optional(),
})
export type RemoteSettings = z.infer<typeof settings>

export function readRemoteSettings(bytes: Uint8Array, file: string): RemoteSettings {
  const read = settings.safeParse(jsonOf(bytes))
  if (read.success) return read.data
  const said = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim())
  throw new Refusal('malformed', { reason: 'remote-settings', file, said })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
