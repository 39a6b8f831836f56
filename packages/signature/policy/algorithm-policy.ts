import type { Moment } from '../asn1/value.ts'

/** 暗号アルゴリズム方針 — which algorithm of which size may be believed until when. A data file, dated, with the source of each row. */
export interface AlgorithmPolicy {
  /** `jp-medical`, `etsi-119312`. */
  readonly name: string
  /** The day on which the table was drawn up. */
  readonly date: string
  readonly rows: readonly AlgorithmRow[]
}

export interface AlgorithmRow {
  readonly algorithm: string
  /** The smallest key to which the row applies, in bits; the row with the largest one not above the key counts. */
  readonly leastBits: number | null
  /** Not to be used for new signatures from this moment on; null: no end known. */
  readonly signUntil: Moment | null
  /** Not to be believed from this moment on without a proof of existence before it; null: no end known. */
  readonly verifyUntil: Moment | null
  readonly source: string
  /** How we know: as the domain's facts mark it. */
  readonly mark: 'observed' | 'read' | 'recalled'
}
