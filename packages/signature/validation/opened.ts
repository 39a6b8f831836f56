import type { Moment } from '../asn1/value.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Check, Conclusion } from './verdict.ts'

/** 署名形式 — how the signature is written down. */
export type SignatureFormat = 'CAdES' | 'XAdES' | 'PAdES' | 'CMS' | 'XMLDSig' | 'PDF-CMS'

/** 署名レベル — what was gathered around it, apart from whether it holds. ES-BES/T/XL/A of older texts are reported as these four. */
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/** An algorithm that had to be strong for this signature to mean something. `bits` is the key's size, for keys. */
export interface AlgorithmUse {
  /** `SHA-256`, `RSA-PKCS1`, `RSA-PSS`, `ECDSA-P-256`, `Ed25519`: the names of the algorithm policy. */
  readonly algorithm: string
  readonly bits?: number
  /** Where it was used: `signature`, `signed-digest`, `signing-certificate-digest`, `time-stamp-imprint`. */
  readonly place: string
}

/** A time-stamp token opened, its imprint already compared with the octets it should cover. */
export interface OpenedTimeStamp {
  readonly kind: 'signature' | 'content' | 'archive' | 'document'
  /** SHA-256 of the token's DER, lower-case hexadecimal: under this name outer stamps cover it. */
  readonly digest: string
  /** genTime. */
  readonly at: Moment
  /** Half-width of the interval in milliseconds, 0 where the token names none. */
  readonly accuracyMs: number
  readonly policy: string
  readonly serialNumber: bigint
  readonly signingCertificate: Certificate | null
  readonly certificates: readonly Certificate[]
  /** What the token itself carries, DER; often none. */
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  /** Format, imprint, signature, EKU, ESS certificate digest. */
  readonly checks: readonly Check[]
  /** Set as soon as one of them failed. Its chain and revocation are the engine's business. */
  readonly conclusion: Conclusion | null
  readonly algorithms: readonly AlgorithmUse[]
  /** Octets of which the stamp proves that they existed at `at`: everything under its imprint that is looked at one by one. */
  readonly covers: readonly Covered[]
}

/** An object of which a time stamp is a proof of existence (EN 319 102-1 §5.6.2.3), by the SHA-256 of its octets. */
export interface Covered {
  readonly kind: 'signature' | 'signed-data' | 'certificate' | 'revocation' | 'time-stamp'
  readonly digest: string
}

/** What is covered, and what came later. `codes` are stable words for what a reader must be told. */
export interface Coverage {
  readonly whole: boolean
  /** e.g. `unsigned-siblings`, `later-revision-permitted`, `later-revision-forbidden`, `detached`. */
  readonly remarks: readonly { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }[]
}

/**
 * 署名 as a format's `verify.ts` hands it to the engine (`validate.ts`): read, its digests and signature value judged,
 * its signing certificate bound. The engine adds chain, revocation, algorithms at the proven time, and proofs of existence.
 */
export interface OpenedSignature {
  readonly format: SignatureFormat
  /** How the file names it: an XML Id, a PDF field, `1` for the first SignerInfo. */
  readonly id: string
  readonly level: SignatureLevel
  readonly checks: readonly Check[]
  /** Set as soon as one of the checks decided: format, reference, signature value, binding of the certificate. */
  readonly conclusion: Conclusion | null
  readonly signingCertificate: Certificate | null
  /** All that travelled with it, the signing certificate included; believed by nobody yet. */
  readonly certificates: readonly Certificate[]
  /** Revocation lists and OCSP answers that travelled with it, DER. */
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  /** When the signer says it was; nothing proves it. */
  readonly claimedAt: Moment | null
  readonly algorithms: readonly AlgorithmUse[]
  /** Oldest first. Archive and document stamps cover what stood before them. */
  readonly timeStamps: readonly OpenedTimeStamp[]
  readonly signatureValue: Uint8Array
  readonly coverage: Coverage
  /** Exactly the octets that were signed, one piece per reference, for the caller to use instead of the file. */
  readonly signedPieces: readonly SignedPiece[]
  /** What the file says of the signer without the signature's certificate: `/Name`, `/Reason`, … Never trusted; see signer-kind. */
  readonly claims: Readonly<Record<string, string>>
}

/** 単独のタイムスタンプ — stamps that belong to no signature: they prove since when contents exist, and say nothing of who made them. */
export interface OpenedStamps {
  /** Oldest first. */
  readonly stamps: readonly StandaloneStamp[]
  /** What travelled beside them. */
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

export interface StandaloneStamp {
  /** How the file names it. */
  readonly id: string
  readonly stamp: OpenedTimeStamp
  readonly coverage: Coverage
  readonly stampedPieces: readonly SignedPiece[]
}

export interface SignedPiece {
  /** `#PrescriptionDocument`, `ByteRange`, `content`. */
  readonly name: string
  readonly bytes: Uint8Array
}
