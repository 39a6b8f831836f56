import type { Day, Instant } from '#shared'
import type { Change, Reader } from '#storage'
import type { Standing } from './duty.ts'

/** 保管文書 — what keeping needs to know of a document; its content is nobody's business here. */
export interface KeptDocument {
  readonly documentId: string
  readonly kind: string
  readonly standing: Standing
  readonly title: string
  /** The day on which it came in. */
  readonly storedOn: Day
  readonly destroyedAt: Instant | null
}

/** What the documents are asked to do; the room of the documents hands it in. */
export interface Documents {
  find(db: Reader, documentIds: readonly string[]): Promise<readonly KeptDocument[]>
  /** In the order of their ids, after the one named. */
  page(db: Reader, after: string | undefined, limit: number): Promise<readonly KeptDocument[]>
  /**
   * Within the change: the keys of all its files that no other document needs are destroyed, and what was made of its
   * content (search text, previews) is removed. The document's row stays and says that it was destroyed.
   */
  destroy(change: Change, documentId: string, at: Instant): Promise<void>
  /** After the commit: removes files whose keys are gone. What cannot be removed now (a lock) is left; nobody can read it. */
  sweep(scope: { readonly facilityId: string }, documentIds: readonly string[]): Promise<void>
}
