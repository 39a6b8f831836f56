import type { Instant } from '#shared'

/** 文書の電子署名 — a file with signatures: the version's content itself, or one beside it. */
export interface DocumentSignatureRow {
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  /** Counts from 1 within the version. */
  readonly number: number
  /** 'within' the content, or 'detached' beside it. */
  readonly form: string
  /** Of the file beside it; null for the content itself. */
  readonly blob_id: string | null
  /** Of that file, hex. */
  readonly sha256: string
  readonly added_by: string
  readonly added_at: Instant
}

/** 検証の記録 — what one look at it found; the whole answer, which names people, lies encrypted. */
export interface DocumentSignatureCheckRow {
  readonly facility_id: string
  readonly document_id: string
  readonly version: number
  readonly number: number
  readonly check_number: number
  readonly checked_by: string
  readonly checked_at: Instant
  /** ETSI EN 319 102-1: the worst of the file's signatures. */
  readonly indication: string
  /** Whether a person with the licence that the kind asks for signed; null where nobody asked. */
  readonly qualification: string | null
  /** The first day on which one of them cannot be verified any more; null where nothing proves any. */
  readonly holds_until: Instant | null
  readonly answer_blob_id: string
}
