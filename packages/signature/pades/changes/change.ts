/** 変更の種類 — what a later revision did. Stable words, shown to readers through their own texts. */
export type ChangeKind =
  | 'validation-data-added'
  | 'document-time-stamp-added'
  | 'signature-added'
  | 'signature-changed'
  | 'signature-removed'
  | 'field-filled'
  | 'field-added'
  | 'field-changed'
  | 'field-removed'
  | 'appearance-changed'
  | 'annotation-added'
  | 'annotation-changed'
  | 'annotation-removed'
  | 'pages-changed'
  | 'page-content-changed'
  | 'page-resources-changed'
  | 'page-changed'
  | 'form-changed'
  | 'catalog-changed'
  | 'metadata-dates-changed'
  | 'metadata-changed'
  | 'structure-changed'

/** 変更 — one thing that is not as it was when it was signed: which page, which object, which field, which key. */
export interface Change {
  readonly kind: ChangeKind
  readonly facts: Readonly<Record<string, string | number>>
}

/** What the comparers write to. */
export type Note = (kind: ChangeKind, facts?: Readonly<Record<string, string | number>>) => void
