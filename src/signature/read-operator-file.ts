import { z } from 'zod'
import { Refusal } from '#shared'

/** SHA-256 as people copy it, with colons, spaces and capitals. */
export const fingerprintSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/))

/**
 * A JSON file that an operator wrote. A row that was meant and cannot be read refuses the whole file: passed over, it would deny what
 * it should say.
 */
export function readOperatorFile<T>(schema: z.ZodType<T>, bytes: Uint8Array, file: string, reason: string): T {
  const { data, error } = schema.safeParse(jsonOf(bytes))
  if (data !== undefined) return data
  const said = error?.issues.slice(0, 5).map(({ path }) => path.join('.') || 'JSON') ?? []
  throw new Refusal('malformed', { reason, file, said })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
