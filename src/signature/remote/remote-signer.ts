import {
  type Certificate,
  digest,
  outsideAlgorithmOf,
  provenSignature,
  type SigningKey,
  SigningKeyError,
} from '@omamori/signature'

/**
 * リモート署名 — keys that somebody else keeps for a person. A client of the HPKI second certificate (HPKIセカンド証明書) would be one, a CSC service
 * is one. Whoever implements it is believed in nothing: `signRemotely` checks the answers.
 */
export interface RemoteSigner {
  readonly certificate: Certificate
  readonly chain: readonly Certificate[]
  /** One act of the person for exactly these SHA-256 digests; as many values, in their order. */
  signDigests(digests: readonly Uint8Array[]): Promise<RemoteSignatures>
}

export interface RemoteSignatures {
  readonly values: readonly Uint8Array[]
  readonly authorisation: Authorisation
}

/** 認可の記録 — what shows afterwards that the person allowed these signatures. It holds no secret that could be used again. */
export interface Authorisation {
  readonly service: string
  readonly credential: string
  /** SHA-256 of the certificate. */
  readonly certificate: string
  /** SHA-256 of what was to be signed, in hexadecimal. */
  readonly digests: readonly string[]
  readonly at: string
  readonly until: string | null
  /** What the person gave for it, by name: PIN, OTP, fingerprint … */
  readonly by: readonly string[]
  /** SHA-256 of the signature activation data, by which the service finds it in its own records. */
  readonly activation: string
}

/** Signs each of the octets with one authorisation. What is given out holds for the certificate, is complete, and was authorised. */
export async function signRemotely(signer: RemoteSigner, octets: readonly Uint8Array[]): Promise<RemoteSignatures> {
  const digests = octets.map((one) => digest('SHA-256', one))
  const { values, authorisation } = await signer.signDigests(digests)
  const wanted = digests.map(inHex)
  if (authorisation.digests.join() !== wanted.join() || authorisation.certificate !== signer.certificate.fingerprint)
    throw new SigningKeyError('authorised-something-else')
  if (values.length !== octets.length)
    throw new SigningKeyError('signer-answer', { said: `${values.length} / ${octets.length}` })
  const proven = octets.map((one, at) =>
    provenSignature(signer.certificate, 'SHA-256', one, values[at] ?? Buffer.alloc(0)),
  )
  return { values: proven, authorisation }
}

/** The same as a key; each signature is one authorisation, told to `keep` before the signature is given out. */
export function remoteKey(signer: RemoteSigner, keep: (authorisation: Authorisation) => void): SigningKey {
  return {
    certificate: signer.certificate,
    chain: signer.chain,
    algorithm: outsideAlgorithmOf(signer.certificate),
    digest: 'SHA-256',
    sign: async (octets) => {
      const { values, authorisation } = await signRemotely(signer, [octets])
      keep(authorisation)
      return values[0] ?? Buffer.alloc(0)
    },
  }
}

export const inHex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex')
