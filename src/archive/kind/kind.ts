/** 確かさ — read in a secondary source, or remembered; neither was compared with the text of the law. */
export type Confidence = 'seen' | 'recall'

/** 起算日 — what the years are counted from. */
export const startEvents = ['completion', 'dispensed', 'last-entry', 'written', 'work-finished', 'used'] as const
export type StartEvent = (typeof startEvents)[number]

export const facilityTypes = ['hospital', 'clinic', 'dental-clinic', 'pharmacy'] as const

/** 保存の根拠 — how long one law wants documents kept, and from when. */
export interface RetentionLaw {
  readonly law: string
  readonly ja: string
  readonly en: string
  /** Null: the law names no number of years that we know of. */
  readonly years: number | null
  /** Null: we do not know from when the law counts, so that nothing under it is ever destroyed. */
  readonly startsWith: StartEvent | null
  readonly startConf: Confidence | null
  /** Null: everywhere. */
  readonly where: readonly (typeof facilityTypes)[number][] | null
  readonly conf: Confidence
  readonly source: string
  readonly checkedOn: string
  readonly note?: { readonly ja: string; readonly en: string } | undefined
}

/** A row is as sure as its less sure half. */
export const surenessOf = ({ conf, startConf }: Pick<RetentionLaw, 'conf' | 'startConf'>): Confidence =>
  startConf === 'recall' ? startConf : conf

/** Whether the law wants the licensed person's signature, the form does, nothing does, or there is none to give. */
export const signatureNeeds = ['required', 'by-form', 'optional', 'none'] as const

/** 文書の種類 — what a document of the archive is in law. */
export interface ArchiveKind {
  readonly kind: string
  readonly ja: string
  readonly en: string
  /** Empty: no law is known; only the facility's own rule can end the keeping. */
  readonly laws: readonly RetentionLaw[]
  readonly signature: (typeof signatureNeeds)[number]
  /** 署名者の資格 — of the signature package's matrix, where each entry must be there and any role within it will do. */
  readonly signers: readonly { readonly oneOf: readonly string[] }[]
  /** 確定者の資格 — the licences of whoever may confirm; empty leaves it to the facility's rule. */
  readonly confirmerRoles: readonly string[]
  readonly electronic: 'allowed' | 'unstated'
  readonly outside: 'allowed' | 'unstated'
  readonly conf: Confidence
}
