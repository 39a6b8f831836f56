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
export const purposes = z.strictObject({ signers: z.boolean(), hpki: z.boolean(), stamps: z.boolean() })

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

// カード台帳

/** A name on a card with its former names and its school. */
const NAME_LENGTH = 200
/** The biggest certificate that the package reads, as base64. */
const CERTIFICATE_LENGTH = 350_000

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const cardKinds = ['card', 'second-certificate', 'token'] as const
export const cardStates = ['in-use', 'replaced', 'lost', 'returned', 'withdrawn'] as const
/** `soon` and `expired` follow from the days. */
export const shownCardStates = [...cardStates, 'soon', 'expired'] as const
export const agreements = ['agrees', 'differs', 'no-role', 'not-compared'] as const

export const registerCardRequest = z.strictObject({
  kind: z.enum(cardKinds),
  /** The person of the registry; without it, the name. */
  holderId: idSchema.optional(),
  holderName: textSchema.max(NAME_LENGTH).default(''),
  /** The role as HPKI writes it. */
  licence: z.string().max(NAME_LENGTH).optional(),
  /** DER, base64. */
  certificate: z.base64().max(CERTIFICATE_LENGTH).optional(),
  cardExpiresOn: daySchema.optional(),
  /** The card that this one takes the place of. */
  replaces: idSchema.optional(),
})

export const moveCardRequest = z.strictObject({
  state: z.enum(['in-use', 'lost', 'returned', 'withdrawn']),
  onDay: daySchema,
  reason: textSchema.min(1),
})

const licenceView = z.strictObject({
  text: z.string(),
  /** Absent where the table does not know it. */
  japanese: z.string().optional(),
})

/** 証明書の中身 with the licences that it names. */
export const cardCertificateView = certificateView.extend({ roles: z.array(licenceView) })

/** What a certificate says before it is registered, and its octets for the registration. */
export const readCardCertificateView = z.strictObject({ view: cardCertificateView, certificate: z.string() })

/** 署名用カード — as the register shows it. */
export const staffCardView = z.strictObject({
  cardId: z.string(),
  kind: z.enum(cardKinds),
  holder: z.strictObject({ personId: z.string().optional(), name: z.string() }),
  licence: licenceView.optional(),
  agreement: z.enum(agreements),
  certificate: cardCertificateView.optional(),
  cardExpiresOn: z.string().optional(),
  /** The earlier of the two. */
  endsOn: z.string().optional(),
  state: z.enum(shownCardStates),
  stateOn: z.string(),
  /** To which states it may be moved. */
  moves: z.array(moveCardRequest.shape.state),
  replaces: z.string().optional(),
  replacedBy: z.string().optional(),
  taskId: z.string().optional(),
  steps: z.array(
    z.strictObject({
      state: z.enum(cardStates),
      onDay: z.string(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})

export const staffCardsView = z.strictObject({
  today: z.string(),
  /** So many days before the end, renewing begins. */
  renewalDays: z.int(),
  /** What ends first comes first; what is over, last. */
  cards: z.array(staffCardView),
  persons: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  licences: z.array(z.strictObject({ text: z.string(), japanese: z.string() })),
  may: z.strictObject({ write: z.boolean() }),
})

export type CardKind = (typeof cardKinds)[number]
export type CardState = (typeof cardStates)[number]
export type ShownCardState = (typeof shownCardStates)[number]
export type LicenceAgreement = (typeof agreements)[number]
export type RegisterCardRequest = z.infer<typeof registerCardRequest>
export type MoveCardRequest = z.infer<typeof moveCardRequest>
export type CardCertificateView = z.infer<typeof cardCertificateView>
export type ReadCardCertificateView = z.infer<typeof readCardCertificateView>
export type StaffCardView = z.infer<typeof staffCardView>
export type StaffCardsView = z.infer<typeof staffCardsView>
