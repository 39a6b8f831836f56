import { z } from 'zod'
import { isDay } from '#shared'

// What the use cases with a database take and give: the HTTP door and the web see the same.

/** A name of a publication with its address, or a paragraph of why. */
const TEXT_LENGTH = 500
/** 64 digits with a colon or a space after each, and the name of the digest before them. */
const FINGERPRINT_LENGTH = 300

export const daySchema = z.string().refine(isDay, { params: { expected: 'day' } })
/** No control characters but line breaks. */
export const textSchema = z
  .string()
  .trim()
  .max(TEXT_LENGTH)
  .regex(/^(\P{Cc}|[\n\t])*$/u)

export const trustKinds = ['anchor', 'intermediate', 'list'] as const
export const trustStates = ['proposed', 'trusted', 'kept', 'withdrawn'] as const

/** 目的 — what an anchor is believed for. */
export const purposes = z.strictObject({ signers: z.boolean(), stamps: z.boolean() })

export const confirmItemRequest = z.strictObject({
  fingerprint: z.string().max(FINGERPRINT_LENGTH),
  /** Where the operator publishes it. */
  source: textSchema.min(1),
  seenOn: daySchema,
})

export const withdrawItemRequest = z.strictObject({ reason: textSchema.min(1) })

export const certificateView = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  /** Hexadecimal. */
  serial: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  selfSigned: z.boolean(),
  isCa: z.boolean(),
  keyUsage: z.array(z.string()),
  extendedKeyUsage: z.array(z.string()),
  policies: z.array(z.string()),
  key: z.strictObject({ kind: z.string(), bits: z.int() }),
  sha256: z.string(),
  sha1: z.string(),
})

export const listView = z.strictObject({
  issuer: z.string(),
  madeOn: z.string(),
  nextOn: z.string().optional(),
  sha256: z.string(),
})

export const trustItemView = z.strictObject({
  itemId: z.string(),
  kind: z.enum(trustKinds),
  state: z.enum(trustStates),
  purposes,
  certificate: certificateView.optional(),
  list: listView.optional(),
  addedBy: z.string(),
  addedAt: z.string(),
  steps: z.array(
    z.strictObject({
      step: z.enum(['confirmed', 'refused', 'withdrawn']),
      source: z.string().optional(),
      seenOn: z.string().optional(),
      reason: z.string().optional(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})

export const trustView = z.strictObject({
  today: z.string(),
  /** Newest first. */
  items: z.array(trustItemView),
  may: z.strictObject({ propose: z.boolean(), confirm: z.boolean() }),
})

export type Purposes = z.infer<typeof purposes>
export type ConfirmItemRequest = z.infer<typeof confirmItemRequest>
export type WithdrawItemRequest = z.infer<typeof withdrawItemRequest>
export type CertificateView = z.infer<typeof certificateView>
export type ListView = z.infer<typeof listView>
export type TrustItemView = z.infer<typeof trustItemView>
export type TrustView = z.infer<typeof trustView>
