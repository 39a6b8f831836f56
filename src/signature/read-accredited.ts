import type { AccreditedList } from '@omamori/signature'
import { z } from 'zod'
import { fingerprintSchema, readOperatorFile } from './read-operator-file.ts'
import { daySchema } from './wire.ts'

const name = z.string().trim().min(1).max(500)

const schema = z.strictObject({
  name,
  date: daySchema,
  source: name,
  authorities: z.array(
    z.strictObject({
      name,
      certificates: z.array(fingerprintSchema).min(1),
      from: daySchema,
      until: daySchema.nullable().default(null),
      mark: z.enum(['observed', 'published', 'read', 'recalled', 'uncertain']).default('read'),
    }),
  ),
})

/** An operator's own list of accredited time-stamping authorities, JSON (docs/formats/accredited-authorities.md). */
export const readAccredited = (bytes: Uint8Array, file: string): AccreditedList =>
  readOperatorFile(schema, bytes, file, 'accredited-list')
