import { z } from 'zod'
import { contentTypes } from '../content/content.ts'
import { dayField, lineField } from '../fields.ts'
import { standings } from '../retention/duty.ts'
import { scanRecord } from '../scan/wire.ts'

// What the use cases of documents take and give: the HTTP door and the web see the same.

const TITLE_LENGTH = 200
/** Numbers of patients and visits: longer ones are no numbers. */
const REFERENCE_LENGTH = 64
const REASON_LENGTH = 1000
const PAGE = 50

export const registerDocumentRequest = z.strictObject({
  kind: z.string().max(64),
  standing: z.enum(standings),
  title: lineField(TITLE_LENGTH),
  patient: lineField(REFERENCE_LENGTH).optional(),
  encounter: lineField(REFERENCE_LENGTH).optional(),
  writtenOn: dayField,
  /** 代行入力: the account for whom it is entered. */
  enteredFor: z.string().max(64).optional(),
})

export const correctDocumentRequest = z.strictObject({
  /** 訂正の理由. */
  reason: lineField(REASON_LENGTH),
  enteredFor: z.string().max(64).optional(),
})

export const withdrawVersionRequest = z.strictObject({
  /** 取り下げの理由. */
  reason: lineField(REASON_LENGTH),
})

export const searchDocumentsRequest = z.strictObject({
  patient: lineField(REFERENCE_LENGTH).optional(),
  kind: z.string().max(64).optional(),
  words: lineField(TITLE_LENGTH).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  /** 'mine': what waits for the caller's approval. */
  state: z.enum(['draft', 'confirmed', 'mine']).optional(),
  page: z.int().min(1).max(10_000).default(1),
})

const person = z.strictObject({ id: z.string(), name: z.string() })

/** 版の電子署名 — what the newest look at one file of signatures found. */
const signatureView = z.strictObject({
  number: z.int(),
  /** 'within' the content, or 'detached' beside it. */
  form: z.enum(['within', 'detached']),
  addedAt: z.string(),
  checkedAt: z.string(),
  /** ETSI EN 319 102-1. */
  indication: z.enum(['TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED']),
  subIndication: z.string().optional(),
  /** Whether somebody with the licence that the kind asks for signed; absent where nobody asked. */
  qualification: z.string().optional(),
  /** Until when all of them can be verified as they are kept; absent where nothing proves it. */
  holdsUntil: z.string().optional(),
  signers: z.array(
    z.strictObject({
      name: z.string().optional(),
      roles: z.array(z.strictObject({ text: z.string(), japanese: z.string().optional(), licence: z.boolean() })),
      provenAt: z.string().optional(),
      level: z.string(),
    }),
  ),
})

const versionView = z.strictObject({
  version: z.int(),
  contentType: z.enum(contentTypes),
  length: z.int(),
  sha256: z.string(),
  reason: z.string().optional(),
  enteredBy: person,
  enteredFor: person.optional(),
  enteredAt: z.string(),
  approvedAt: z.string().optional(),
  confirmedBy: person.optional(),
  confirmedAt: z.string().optional(),
  withdrawnBy: person.optional(),
  withdrawnAt: z.string().optional(),
  withdrawnReason: z.string().optional(),
  /** From which paper it came; absent of what never was paper. */
  scan: scanRecord.optional(),
  signatures: z.array(signatureView),
  /** 署名が要る — whether the law asks the confirmer of this version for a signature: of a licensed person, or, of a scan, of whoever answers for it. */
  needsSignature: z.boolean(),
  /** Whether the caller has looked at it. */
  seen: z.boolean(),
  may: z.strictObject({
    approve: z.boolean(),
    confirm: z.boolean(),
    withdraw: z.boolean(),
    /** Why not, where it is still open. */
    because: z.string().optional(),
  }),
})

const head = {
  documentId: z.string(),
  kind: z.string(),
  standing: z.enum(standings),
  title: z.string(),
  patient: z.string().optional(),
  encounter: z.string().optional(),
  writtenOn: z.string(),
  registeredAt: z.string(),
  /** Confirmed once, and whether a newer version waits. */
  confirmed: z.boolean(),
  waiting: z.boolean(),
  /** Its content is gone for good; the lists of destructions say by whom. */
  destroyedAt: z.string().optional(),
}

export const documentView = z.strictObject({
  ...head,
  /** Newest first. */
  versions: z.array(versionView),
  may: z.strictObject({ correct: z.boolean() }),
})

export const documentsView = z.strictObject({
  documents: z.array(z.strictObject(head)),
  page: z.int(),
  /** There are more behind this page. */
  more: z.boolean(),
})

const kindName = z.strictObject({ kind: z.string(), ja: z.string(), en: z.string() })

/** What a page needs before anybody has looked for anything. */
export const archiveGround = z.strictObject({
  today: z.string(),
  kinds: z.array(kindName),
  /** For whom one may enter. */
  colleagues: z.array(person),
  /** How many proxy entries wait for the caller. */
  toApprove: z.int(),
  may: z.strictObject({ enter: z.boolean() }),
})

export const pageLength = PAGE
export type RegisterDocumentRequest = z.infer<typeof registerDocumentRequest>
export type CorrectDocumentRequest = z.infer<typeof correctDocumentRequest>
export type WithdrawVersionRequest = z.infer<typeof withdrawVersionRequest>
export type SearchDocumentsRequest = z.infer<typeof searchDocumentsRequest>
export type DocumentView = z.infer<typeof documentView>
export type SignatureView = z.infer<typeof signatureView>
export type VersionView = z.infer<typeof versionView>
export type DocumentsView = z.infer<typeof documentsView>
export type DocumentHead = DocumentsView['documents'][number]
export type ArchiveGround = z.infer<typeof archiveGround>
