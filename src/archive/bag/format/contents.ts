import { z } from 'zod'
import { contentTypes } from '../../content/content.ts'
import { standings } from '../../retention/duty.ts'

// What the files of a preservation package hold: docs/formats/preservation-package.md. Whoever reads one in ten years has this form.

export const PACKAGE_FORMAT = 'omamori-preservation-package@1'
export const DOCUMENT_FORMAT = 'omamori-document@1'
/** At the root of the payload. */
export const PACKAGE_FILE = 'data/package.json'
export const DOCUMENT_FILE = 'document.json'
export const VERIFIER_FILE = 'verify-package.mjs'
/** One a line. Who forges a package forges these as well. */
export const KEYS_FILE = 'verifier-keys.txt'
/** 受領証 of the package itself, beside the payload: its particulars name the manifest of the payload. */
export const PACKAGE_RECEIPT = 'package'

/** What the journal says of a document, and what is carried of it: who looked at it is nobody's business elsewhere. */
export const carriedActs = [
  ...([
    'document.registered',
    'document.scanned',
    'document.corrected',
    'document.approved',
    'document.withdrawn',
  ] as const),
  ...(['document.confirmed', 'document.signatures-checked'] as const),
]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const person = z.strictObject({ id: z.string(), name: z.string() })
/** Beside `document.json`; no way out of its folder. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)

const signature = z.strictObject({
  number: z.int().min(1),
  /** `within`: in the content itself; `detached`: in the file beside it. */
  form: z.enum(['within', 'detached']),
  sha256,
  file: fileName.optional(),
})

const version = z.strictObject({
  version: z.int().min(1),
  type: z.enum(contentTypes),
  sha256,
  length: z.int().min(0),
  /** Absent: its content could not be read when the package was made. */
  file: fileName.optional(),
  /** As it was called when it came in. */
  name: z.string().optional(),
  /** 訂正の理由. */
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
  signatures: z.array(signature).max(1_000),
})

export const documentFile = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  documentId: z.string().max(128),
  kind: z.strictObject({ kind: z.string(), ja: z.string(), en: z.string() }),
  standing: z.enum(standings),
  title: z.string(),
  patient: z.string().optional(),
  encounter: z.string().optional(),
  writtenOn: z.string(),
  registeredAt: z.string(),
  /** Oldest first. */
  versions: z.array(version).min(1).max(100_000),
  /** 受領証 of what the journal says, oldest first; each with `.proof`, and `.detail` and `.salt` where it has particulars. */
  receipts: z.array(fileName).max(100_000),
})

export const packageFile = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  packageId: z.string(),
  facility: z.string(),
  /** Made of invented facts. */
  sample: z.boolean(),
  madeAt: z.string(),
  documents: z.array(z.string().max(128)),
  /** Contents that could not be read any more. */
  leftOut: z.int().min(0),
})

export type DocumentFile = z.infer<typeof documentFile>
export type PackagedVersion = DocumentFile['versions'][number]
export type PackageFile = z.infer<typeof packageFile>
