import { readAsn1 } from '../asn1/read.ts'
import { type Moment, momentOf } from '../asn1/value.ts'
import { readOr } from '../malformed.ts'
import { algorithmUses } from '../policy/judge-algorithm.ts'
import type { AlgorithmUse } from '../validation/opened.ts'
import type { AlgorithmIdentifier } from '../x509/algorithm.ts'
import type { Certificate } from '../x509/certificate.ts'
import { newMemory, type SignatureMemory } from '../x509/certificate-signature.ts'
import { extendedKeyUsageOf } from '../x509/extension/usage.ts'
import { nameInWords } from '../x509/name.ts'
import { digest, digestOf, holds, schemeOf } from '../x509/signature-value.ts'
import { plainInputs, validatePath } from '../x509/validate-path.ts'
import type { OcspAnswer, SingleAnswer } from './ocsp-answer.ts'
import type { RevocationSource, RevocationStatus } from './status.ts'

const ocspSigning = '1.3.6.1.5.5.7.3.9'
const noCheck = '1.3.6.1.5.5.7.48.1.5'
const archiveCutoff = '1.3.6.1.5.5.7.48.1.6'
const nonce = '1.3.6.1.5.5.7.48.1.2'
const onHold = 6

/** Answers that are looked at for one certificate, the newest first: a document carries one or two. */
const mostAnswers = 16

/** What responders are asked with besides the certificate and its issuer. */
export interface Asked {
  readonly certificates: readonly Certificate[]
  /** Whether a responder whose certificate does not exempt it is itself good: asked of lists. */
  isGood(responder: Certificate, issuer: Certificate): boolean
}

/**
 * What OCSP answers say of a certificate (RFC 6960 §3.2, §4.2.2). The newest answer speaks, save that a revocation counts wherever it
 * stands unless it was a hold that a newer answer lifted. `unknown` from a responder is unknown to us, and never good.
 */
export function consultAnswers(
  certificate: Certificate,
  issuer: Certificate,
  answers: readonly OcspAnswer[],
  asked: Asked,
): RevocationStatus {
  const about = answers
    .flatMap((answer) => answer.singles.map((single) => ({ answer, single })))
    .filter(({ single }) => isAbout(single, certificate, issuer))
    .sort((a, b) => b.single.thisUpdate - a.single.thisUpdate)
    .slice(0, mostAnswers)
  if (about.length === 0) return { state: 'unknown', why: 'no-answer' }
  const memory = newMemory()
  const told = about.map(({ answer, single }) => judge(certificate, issuer, answer, single, asked, memory))
  const good = told.findIndex(({ state }) => state === 'good')
  const revoked = told.find(
    (status, i) => status.state === 'revoked' && !(status.reason === onHold && good >= 0 && good < i),
  )
  return revoked ?? told[good] ?? told[0] ?? { state: 'unknown', why: 'no-answer' }
}

/** The certificate is named by its number and by digests of its issuer's name and key, so that no other issuer's answer fits. */
function isAbout(single: SingleAnswer, certificate: Certificate, issuer: Certificate): boolean {
  const name = digestOf(single.hashAlgorithm)
  if (name === undefined || name === 'MD5' || single.serialNumber !== certificate.serialNumber) return false
  return (
    [certificate.issuer, issuer.subject].some(
      ({ raw }) => Buffer.compare(digest(name, raw), single.issuerNameHash) === 0,
    ) && Buffer.compare(digest(name, issuer.publicKeyBits), single.issuerKeyHash) === 0
  )
}

function judge(
  certificate: Certificate,
  issuer: Certificate,
  answer: OcspAnswer,
  single: SingleAnswer,
  asked: Asked,
  memory: SignatureMemory,
): RevocationStatus {
  const unknown = (why: string): RevocationStatus => ({ state: 'unknown', why })
  const strange = [...answer.extensions.values(), ...single.extensions.values()].some(
    ({ critical, oid }) => critical && oid !== nonce && oid !== archiveCutoff,
  )
  if (strange) return unknown('answer-extension')
  const responder = responderOf(answer, issuer, asked, memory)
  if (responder === null) return unknown('answer-signature')
  const source = sourceOf(answer, single, responder, issuer)
  if (single.status.is === 'revoked')
    return { state: 'revoked', revokedAt: single.status.at, reason: single.status.reason, source }
  if (single.status.is === 'unknown') return unknown('answer-unknown')
  if (single.thisUpdate > certificate.notAfter && !isKeptSince(single, certificate.notAfter))
    return unknown('answer-after-expiry')
  return { state: 'good', speaksUntil: single.nextUpdate ?? single.thisUpdate, source }
}

/** A responder may forget expired certificates unless it says since when it keeps them (RFC 6960 §4.4.4). */
function isKeptSince(single: SingleAnswer, expiredAt: Moment): boolean {
  const extension = single.extensions.get(archiveCutoff)
  return (
    extension !== undefined && readOr(false, () => momentOf(readAsn1(extension.value), 'archive cutoff') <= expiredAt)
  )
}

/** Who signed: the issuer itself, or somebody whom the issuer itself made a responder (RFC 6960 §4.2.2.2). */
function responderOf(
  answer: OcspAnswer,
  issuer: Certificate,
  asked: Asked,
  memory: SignatureMemory,
): Certificate | null {
  const candidates = [issuer, ...answer.certificates, ...asked.certificates].filter((one) => isNamed(answer, one))
  const different = [...new Map(candidates.map((one) => [one.fingerprint, one])).values()]
  return (
    different.find(
      (one) =>
        isSigner(answer, one, memory) &&
        (one.fingerprint === issuer.fingerprint || isDelegate(one, issuer, answer, asked, memory)),
    ) ?? null
  )
}

function isNamed({ responder }: OcspAnswer, certificate: Certificate): boolean {
  if ('name' in responder) return responder.name.key === certificate.subject.key
  return Buffer.compare(digest('SHA-1', certificate.publicKeyBits), responder.keyHash) === 0
}

function isSigner(answer: OcspAnswer, certificate: Certificate, memory: SignatureMemory): boolean {
  if (memory.left-- <= 0) return false
  const scheme = schemeOf(answer.signatureAlgorithm)
  return scheme !== null && holds(scheme, certificate.publicKey, answer.signedPart, answer.signature)
}

function isDelegate(
  responder: Certificate,
  issuer: Certificate,
  answer: OcspAnswer,
  asked: Asked,
  memory: SignatureMemory,
): boolean {
  const trouble = validatePath([responder, issuer], { ...plainInputs, at: answer.producedAt }, memory)
  if (trouble !== null || !mayAnswer(responder)) return false
  return responder.extensions.has(noCheck) || asked.isGood(responder, issuer)
}

const mayAnswer = (responder: Certificate): boolean =>
  readOr(false, () => extendedKeyUsageOf(responder)?.includes(ocspSigning) ?? false)

const sourceOf = (
  answer: OcspAnswer,
  single: SingleAnswer,
  responder: Certificate,
  issuer: Certificate,
): RevocationSource => ({
  kind: 'ocsp',
  thisUpdate: single.thisUpdate,
  nextUpdate: single.nextUpdate,
  digest: answer.digest,
  issuer: nameInWords(responder.subject),
  algorithms: [
    ...usesOf(answer.signatureAlgorithm, responder),
    ...(responder.fingerprint === issuer.fingerprint ? [] : usesOf(responder.signatureAlgorithm, issuer)),
  ],
})

function usesOf(algorithm: AlgorithmIdentifier, { publicKey }: Certificate): readonly AlgorithmUse[] {
  const scheme = schemeOf(algorithm)
  return scheme === null ? [] : algorithmUses(scheme, publicKey, null, 'revocation')
}
