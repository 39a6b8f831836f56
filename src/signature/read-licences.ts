import { hpkiProfile, type LicenceEvidence } from '@omamori/signature'
import { z } from 'zod'
import { fingerprintSchema, readOperatorFile } from './read-operator-file.ts'
import { daySchema } from './wire.ts'

const name = z.string().trim().min(1).max(500)
const licences = hpkiProfile.roles.filter(({ licence }) => licence).map(({ text }) => text)

const row = z.strictObject({
  certificate: fingerprintSchema,
  licence: z.enum(licences),
  licensedSince: daySchema,
  until: daySchema.nullable().default(null),
  seenOn: daySchema,
  seenBy: name,
})

/** How a licence may be known for each way of guideline 5.2, 6.12: My Number cards want an electronic check. */
const schema = z.strictObject({
  format: z.literal('licence-evidence@1'),
  signers: z.array(
    z.discriminatedUnion('route', [
      row.extend({
        route: z.literal('otherCertPlusEvidence'),
        how: z.enum(['hpki-signature', 'licence-document', 'head-of-institution']),
      }),
      row.extend({ route: z.literal('jpkiPlusEvidence'), how: z.literal('electronic-check') }),
    ]),
  ),
})

/** What a facility knows of the licences of signers outside HPKI, JSON (docs/formats/licence-evidence.md). */
export const readLicences = (bytes: Uint8Array, file: string): readonly LicenceEvidence[] =>
  readOperatorFile(schema, bytes, file, 'licence-evidence').signers
