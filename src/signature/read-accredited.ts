import type { AccreditedList } from '@omamori/signature'
import { z } from 'zod'
import { Refusal } from '#shared'
import { daySchema } from './wire.ts'

const name = z.string().trim().min(1).max(500)

const schema = z.strictObject({
  name,
  date: daySchema,
  source: name,
  authorities: z.array(
    z.strictObject({
      name,
      certificates: z
        .array(
          z
            .string()
            .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
            .pipe(z.string().regex(/^[0-9a-f]{64}$/)),
        )
        .min(1),
      from: daySchema,
      until: daySchema.nullable().default(null),
      mark: z.enum(['observed', 'published', 'read', 'recalled', 'uncertain']).default('read'),
    }),
  ),
})

/**
 * An operator's own list of accredited time-stamping authorities, JSON (docs/formats/accredited-authorities.md). A row that was meant and cannot be read
 * refuses the whole file: passed over, it would deny what it should say.
 */
export function readAccredited(bytes: Uint8Array, file: string): AccreditedList {
  const { data, error } = schema.safeParse(jsonOf(bytes))
  if (data !== undefined) return data
  throw new Refusal('malformed', {
    reason: 'accredited-list',
    file,
    said: error.issues.slice(0, 5).map(({ path }) => path.join('.') || 'JSON'),
  })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
