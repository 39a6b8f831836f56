import type { Moment } from '../asn1/value.ts'
import type { AlgorithmUse } from '../validation/opened.ts'

/** Which list or answer said it, for the report and for keeping. */
export interface RevocationSource {
  readonly kind: 'crl' | 'ocsp'
  readonly thisUpdate: Moment
  readonly nextUpdate: Moment | null
  /** SHA-256 of its octets. */
  readonly digest: string
  readonly issuer: string
  /** What its signature stands on: a list that anybody could have made says nothing. */
  readonly algorithms: readonly AlgorithmUse[]
}

/** 失効状態 — what lists and answers say of a certificate. What nobody says is `unknown`, never `good`. */
export type RevocationStatus =
  | {
      readonly state: 'good'
      /** Until when it may be believed: its next update, or the moment it was made where it names none. */
      readonly speaksUntil: Moment
      readonly source: RevocationSource
    }
  | {
      readonly state: 'revoked'
      /** From this moment on: for a compromised key the moment since when it was, where the list says so. */
      readonly revokedAt: Moment
      /** CRLReason. */
      readonly reason: number
      readonly source: RevocationSource
    }
  | {
      readonly state: 'unknown'
      /**
       * `no-list`, `list-scope`, `list-signature`, `list-extension`, `list-reasons`, `list-delta-alone`, `list-after-expiry`; `no-answer`,
       * `answer-signature`, `answer-extension`, `answer-unknown`, `answer-after-expiry`; `revocation-unreadable`.
       */
      readonly why: string
    }
