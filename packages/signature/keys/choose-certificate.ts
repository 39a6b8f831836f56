import type { Moment } from '../asn1/value.ts'
import { hpkiProfile } from '../hpki/profile.ts'
import { readOr } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { policiesOf } from '../x509/extension/policies.ts'
import { basicConstraintsOf, keyUsageOf } from '../x509/extension/usage.ts'
import { SigningKeyError } from './signing-key-error.ts'

export interface CertificateWish {
  readonly at: Moment
  /** SHA-256 in lower-case hexadecimal; null: the one that is there for signing. */
  readonly fingerprint: string | null
}

/**
 * The signing certificate among those that stand together, by key usage and policy and never by name: an HPKI card carries an
 * authentication certificate of the same person with the same licence beside it, and what that key signs is no signature. Where
 * two serve equally, nobody guesses; where a fingerprint is given, it must be that one.
 */
export function chooseCertificate(
  certificates: readonly Certificate[],
  { at, fingerprint }: CertificateWish,
): Certificate {
  const different = [...new Map(certificates.map((one) => [one.fingerprint, one])).values()]
  const meant = fingerprint === null ? different : different.filter((one) => one.fingerprint === fingerprint)
  if (meant.length === 0)
    throw new SigningKeyError(fingerprint === null ? 'no-certificate' : 'certificate-not-found', {
      said: different.map((one) => one.fingerprint),
    })
  const fit = meant.filter((one) => (fingerprint === null ? isForSigning(one) : maySign(one)))
  if (fit.length === 0) throw new SigningKeyError('no-signing-certificate', { certificates: meant.length })
  const valid = fit.filter(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter)
  if (valid.length === 0) throw new SigningKeyError('certificate-not-valid-now', { certificates: fit.length })
  const licensed = valid.filter((one) => hasPolicy(one, hpkiProfile.signingPolicies.oids))
  const fitting = licensed.length > 0 ? licensed : valid
  const [chosen, ...others] = fitting
  if (chosen === undefined || others.length > 0)
    throw new SigningKeyError('several-certificates', { said: fitting.map((one) => one.fingerprint) })
  return chosen
}

/** 署名用の証明書 — says of itself that its key is for signatures that bind a person. */
export const isForSigning = (certificate: Certificate): boolean =>
  maySign(certificate) && readOr(false, () => keyUsageOf(certificate)?.includes('nonRepudiation') ?? false)

/** One that says digitalSignature alone may be meant if it is named; an HPKI authentication certificate never is. */
const maySign = (certificate: Certificate): boolean =>
  readOr(false, () => {
    if (basicConstraintsOf(certificate)?.isCa === true) return false
    if (hasPolicy(certificate, hpkiProfile.authenticationPolicies.oids)) return false
    const usage = keyUsageOf(certificate)
    return usage === null || usage.includes('nonRepudiation') || usage.includes('digitalSignature')
  })

const hasPolicy = (certificate: Certificate, wanted: readonly string[]): boolean =>
  readOr(false, () => policiesOf(certificate)?.oids.some((oid) => wanted.includes(oid)) ?? false)
