import { hash } from 'node:crypto'
import { membersOf, readAsn1 } from '../asn1/read.ts'
import { oidOf } from '../asn1/value.ts'
import { openSigner, wholeContent } from '../cms/open-signer.ts'
import { Malformed } from '../malformed.ts'
import type { Covered, OpenedTimeStamp } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { DigestName } from '../x509/signature-value.ts'
import { readTimeStampToken, type TimeStampToken } from './token.ts'

/** What a token must cover: its digest under any algorithm, and which objects lie under it. */
export interface StampedOctets {
  readonly kind: OpenedTimeStamp['kind']
  /** null: the content is not at hand. */
  digest(name: DigestName): Uint8Array | null
  readonly covers: readonly Covered[]
}

/**
 * Opens a token and compares it with what it should cover (RFC 3161 §2.4.2, RFC 5816, EN 319 102-1 §5.4). A token that cannot be
 * read throws `Malformed`: whoever carries it reports that it could not be used.
 */
export function openTimeStamp(raw: Uint8Array, stamped: StampedOctets): OpenedTimeStamp {
  const token = readTimeStampToken(raw)
  const { signedData } = token
  const [signer, ...others] = signedData.signers
  if (signer === undefined || others.length > 0)
    throw new Malformed('time-stamp-signers', { found: signedData.signers.length })
  const opened = openSigner(signedData, signer, wholeContent(signedData.content ?? new Uint8Array()), {
    binding: 'required',
  })
  const imprint = imprintCheck(token, stamped)
  const purpose = purposeCheck(opened.signingCertificate)
  const named = authorityCheck(token, opened.signingCertificate)
  const extended = extensionsCheck(token)
  return {
    kind: stamped.kind,
    digest: hash('sha256', raw, 'hex'),
    at: token.at,
    accuracyMs: token.accuracyMs,
    policy: token.policy,
    serialNumber: token.serialNumber,
    signingCertificate: opened.signingCertificate,
    certificates: opened.certificates,
    crls: signedData.crls,
    ocsps: signedData.ocsps,
    checks: [imprint, ...opened.checks, purpose, named, extended],
    conclusion: firstFailure(imprint, opened.conclusion, [purpose, named, extended]),
    algorithms: [
      ...opened.algorithms,
      ...(token.imprintDigest === null ? [] : [{ algorithm: token.imprintDigest, place: 'time-stamp-imprint' }]),
    ],
    covers: stamped.covers,
  }
}

function firstFailure(imprint: Check, ofSigner: Conclusion | null, rules: readonly Check[]): Conclusion | null {
  if (imprint.outcome === 'failed') return failed('HASH_FAILURE', imprint.code)
  if (ofSigner !== null) return ofSigner
  if (imprint.outcome === 'unknown') return unseen(imprint.code)
  const broken = rules.find(({ outcome }) => outcome === 'failed')
  return broken === undefined ? null : indeterminate('SIG_CONSTRAINTS_FAILURE', broken.code)
}

const unseen = (code: string): Conclusion =>
  indeterminate(code === 'content-found' ? 'SIGNED_DATA_NOT_FOUND' : 'CRYPTO_CONSTRAINTS_FAILURE', code)

function imprintCheck({ imprintDigest, imprint }: TimeStampToken, stamped: StampedOctets): Check {
  const code = 'time-stamp-imprint'
  if (imprintDigest === null) return { code, outcome: 'unknown', facts: {} }
  const computed = stamped.digest(imprintDigest)
  if (computed === null) return { code: 'content-found', outcome: 'unknown', facts: {} }
  const equal = Buffer.compare(computed, imprint) === 0
  return { code, outcome: equal ? 'passed' : 'failed', facts: { algorithm: imprintDigest } }
}

/** RFC 3161 §2.3: extended key usage is there once, critical, and holds nothing but id-kp-timeStamping. */
function purposeCheck(certificate: Certificate | null): Check {
  const code = 'time-stamp-purpose'
  const extension = certificate?.extensions.get('2.5.29.37')
  if (certificate === null) return { code, outcome: 'not-checked', facts: {} }
  const purposes = extension === undefined ? [] : membersOf(readAsn1(extension.value)).map((purpose) => oidOf(purpose))
  const right = extension?.critical === true && purposes.length === 1 && purposes[0] === '1.3.6.1.5.5.7.3.8'
  return {
    code,
    outcome: right ? 'passed' : 'failed',
    facts: { critical: extension?.critical ?? false, purposes: purposes.join(' ') },
  }
}

/** Where the token names its authority, the certificate must bear the name (§2.4.2). */
function authorityCheck({ authorityKey }: TimeStampToken, certificate: Certificate | null): Check {
  const code = 'time-stamp-authority'
  if (authorityKey === null || certificate === null) return { code, outcome: 'not-checked', facts: {} }
  return { code, outcome: authorityKey === certificate.subject.key ? 'passed' : 'failed', facts: {} }
}

/** Whoever does not understand what must be understood does not know what was stamped (RFC 3161 §2.4.2, RFC 5280 §4.2). */
function extensionsCheck({ criticalExtensions }: TimeStampToken): Check {
  const code = 'time-stamp-extensions'
  if (criticalExtensions.length === 0) return { code, outcome: 'passed', facts: {} }
  return { code, outcome: 'failed', facts: { critical: criticalExtensions.join(' ') } }
}
