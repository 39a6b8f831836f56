import type { FileAnswer, Indication, SubIndication } from '@omamori/signature'
import { z } from 'zod'

// What is asked about signed files and answered: docs/formats/verification.md says what each field means.

export const reportOrders = ['etsi', 'jnsa'] as const

/** An e-prescription has some ten kilobytes, a scanned letter some megabytes; a study with pictures is verified on the command line. */
export const LARGEST_SIGNED_FILE = 32 * 1024 * 1024
/** One letter with its enclosures. */
export const MOST_SIGNED_FILES = 10

const moment = z.iso.datetime({ offset: true }).optional()
const text = z.string()
const nullableText = z.string().nullable()
const facts = z.record(text, z.union([text, z.number(), z.boolean()]))
const plainFacts = z.record(text, z.union([text, z.number()]))

export const verifyQuery = z.object({
  documentKind: z.string().max(60).optional(),
  at: moment,
  policy: z.enum(['jp-medical', 'etsi-119312']).default('jp-medical'),
})

const indication: z.ZodType<Indication> = z.enum(['TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED'])
const subIndication = text as unknown as z.ZodType<SubIndication>
const check = z.object({ code: text, outcome: z.enum(['passed', 'failed', 'unknown', 'not-checked']), facts })
const dated = z.object({ name: text, date: text })
const remark = z.object({ code: text, facts: plainFacts })
const coverage = z.object({ whole: z.boolean(), covered: z.array(text), remarks: z.array(remark) })
const qualification = z.object({
  answer: z.enum(['confirmed', 'insufficient-role', 'no-role', 'not-hpki', 'unverified']),
  route: z.enum(['hpki', 'otherCertPlusEvidence', 'jpkiPlusEvidence', 'none']),
  decidedBy: text,
})
const stamp = z.object({
  ...{ kind: text, at: text, authority: nullableText, accredited: z.boolean().nullable(), indication },
  ...{ subIndication: subIndication.nullable(), checks: z.array(check) },
})
const standaloneStamp = stamp.extend({ id: text, decidedBy: nullableText, policy: text, coverage })
const signer = z.object({
  ...{ subject: text, commonName: nullableText, issuer: text, fingerprint: text, notBefore: text, notAfter: text },
})
const holdsUntil = z.object({
  until: text,
  because: z.discriminatedUnion('ends', [
    z.object({ ends: z.literal('certificate'), subject: text, fingerprint: text }),
    z.object({ ends: z.literal('algorithm'), algorithm: text, bits: z.number().nullable() }),
  ]),
})
const signature = z.object({
  ...{ id: text, format: text, level: text, indication, subIndication: subIndication.nullable() },
  ...{ decidedBy: nullableText, qualification: qualification.nullable(), signer: signer.nullable() },
  roles: z.array(z.object({ text, japanese: nullableText, licence: z.boolean() })),
  signerKind: z.object({
    kind: z.enum(['own-certificate', 'provider-on-behalf', 'organisation-seal', 'unknown']),
    evidence: z.array(text),
  }),
  ...{ provenTime: nullableText, claimedTime: nullableText, coverage, holdsUntil: holdsUntil.nullable() },
  chain: z.array(z.object({ subject: text, fingerprint: text, notAfter: text })),
  ...{ timeStamps: z.array(stamp), checks: z.array(check) },
})

export const fileAnswer: z.ZodType<FileAnswer> = z.object({
  name: text,
  kind: z
    .enum(['pdf', 'xml', 'cms', 'asic', 'time-stamp', 'electronic-prescription', 'electronic-dispensing'])
    .nullable(),
  ...{ documentKind: nullableText, indication: indication.nullable(), subIndication: subIndication.nullable() },
  ...{ qualification: qualification.nullable(), signatures: z.array(signature), timeStamps: z.array(standaloneStamp) },
  trouble: z.object({ reason: text, facts: plainFacts }).nullable(),
  ...{ policy: dated, accreditedList: dated, at: text },
})

export const verifyView = z.object({ files: z.array(fileAnswer) })
export type VerifyView = z.infer<typeof verifyView>

const mark = z.enum(['observed', 'published', 'read', 'recalled', 'uncertain'])
const named = z.object({ ja: text, en: text })

/** 署名の検証の前提 — by what is judged, and what can be chosen. */
export const verificationGround = z.object({
  /** How many roots are believed; where there is none, nobody can be judged. */
  anchors: z.object({ signers: z.int(), stamps: z.int() }),
  documentKinds: z.array(z.object({ kind: text, japanese: text, law: text, mark, needs: z.array(z.array(named)) })),
  mayReadTrust: z.boolean(),
})
export type VerificationGround = z.infer<typeof verificationGround>
