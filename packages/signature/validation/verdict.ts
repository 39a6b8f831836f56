/** 検証結果 — the three answers of ETSI EN 319 102-1 §5.1: 有効, 未確定 (検証不能), 無効. Nothing ever turns the middle one into another. */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED'

/** Why (EN 319 102-1, tables 5 and 6). */
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'REVOKED'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'CERTIFICATE_CHAIN_GENERAL_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'POLICY_PROCESSING_ERROR'
  | 'SIGNATURE_POLICY_NOT_AVAILABLE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE'
  | 'REVOKED_NO_POE'
  | 'REVOKED_CA_NO_POE'
  | 'OUT_OF_BOUNDS_NOT_REVOKED'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'REVOCATION_OUT_OF_BOUNDS_NO_POE'
  | 'NO_POE'
  | 'TRY_LATER'
  | 'SIGNED_DATA_NOT_FOUND'

/** 検証項目 — one thing that was looked at. `code` is stable and in kebab-case, e.g. `message-digest`, `certificate-not-expired`. */
export interface Check {
  readonly code: string
  /** `unknown`: it could not be seen. `not-checked`: an earlier check decided already, or the format has no such thing. */
  readonly outcome: 'passed' | 'failed' | 'unknown' | 'not-checked'
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

/** 判定 — an answer, and the code of the check that decided it. */
export type Conclusion =
  | { readonly indication: 'TOTAL-PASSED' }
  | {
      readonly indication: 'INDETERMINATE' | 'TOTAL-FAILED'
      readonly subIndication: SubIndication
      readonly decidedBy: string
    }

export const passed: Conclusion = { indication: 'TOTAL-PASSED' }

export const failed = (subIndication: SubIndication, decidedBy: string): Conclusion => ({
  indication: 'TOTAL-FAILED',
  subIndication,
  decidedBy,
})

export const indeterminate = (subIndication: SubIndication, decidedBy: string): Conclusion => ({
  indication: 'INDETERMINATE',
  subIndication,
  decidedBy,
})
