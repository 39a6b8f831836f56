import type { Certificate } from '../x509/certificate.ts'

/** 署名鍵 — a private key somewhere: in a file, on a card, with a remote service. Everything that signs asks for no more than this. */
export interface SigningKey {
  readonly certificate: Certificate
  /** Its intermediates, and the root if it is at hand. */
  readonly chain: readonly Certificate[]
  readonly algorithm: 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA' | 'Ed25519'
  readonly digest: 'SHA-256' | 'SHA-384' | 'SHA-512'
  /** Hashes and signs the octets. ECDSA as the DER of X9.62; RSA-PSS with a salt as long as the digest. */
  sign(octets: Uint8Array): Promise<Uint8Array>
}

/** Asks a time-stamping authority for a token over a digest (RFC 3161); the token in DER. */
export type StampTime = (imprint: {
  readonly digest: SigningKey['digest']
  readonly value: Uint8Array
}) => Promise<Uint8Array>

/** The same, where a signature goes without a stamp when nobody gives one: null. */
export type MayStampTime = (imprint: Parameters<StampTime>[0]) => Promise<Uint8Array | null>

/** What B-LT adds: all that is needed to validate the signature and its time stamps offline, DER. */
export interface ValidationMaterial {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}
