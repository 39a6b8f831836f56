import type { FileAnswer } from '@omamori/signature'
import type { ArchiveKind } from '../../kind/kind.ts'
import type { Standing } from '../../retention/duty.ts'

/** A file with signatures, and what verifying it found. */
export interface Verified {
  readonly form: 'within' | 'detached'
  /** Of the file in which the signatures lie: the content itself, or the one beside it. */
  readonly sha256: string
  /** The one beside it. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
  readonly answer: FileAnswer
}

/** What the signature of a version stands for: a document of its kind, or a scan that is to be the original. */
export interface Signed {
  readonly kind: Pick<ArchiveKind, 'signature'>
  readonly standing: Standing
  readonly isScan: boolean
}

/** 署名が要る — by law, or of a scan (9.1), where it is an original: a copy proves nothing by a signature of its own. */
export const needsSignature = ({ kind, standing, isScan }: Signed): boolean =>
  (kind.signature === 'required' || isScan) && standing === 'original'

/**
 * Why a version cannot be confirmed with these signatures, or without any; null: it can. One that does not hold is never taken. One that
 * cannot be judged (no trust, no lists) is kept and shown as that, unless the law asks for a signature: then it is missing.
 */
export function whyNotSigned(version: Signed, verified: readonly Pick<Verified, 'form' | 'answer'>[]): string | null {
  if (verified.some(({ form, answer }) => form === 'detached' && !isSigned(answer))) return 'document-signature-none'
  const signed = verified.map(({ answer }) => answer).filter(isSigned)
  if (signed.some(({ indication }) => indication === 'TOTAL-FAILED')) return 'document-signature-broken'
  if (!needsSignature(version)) return null
  if (signed.length === 0) return 'document-signature-needed'
  const passed = signed.filter(({ indication }) => indication === 'TOTAL-PASSED')
  if (passed.length === 0) return 'document-signature-undecided'
  if (version.isScan) return passed.some(isStamped) ? null : 'document-scan-unstamped'
  return passed.some(({ qualification }) => qualification?.answer === 'confirmed')
    ? null
    : 'document-signature-unqualified'
}

/** 9.1: whoever did the work signs, and a time stamp says when (6.12). It takes no licence. */
const isStamped = ({ signatures }: FileAnswer): boolean => signatures.some(({ provenTime }) => provenTime !== null)

/** A signature of somebody: a time stamp alone is none, and neither is what could not be looked into. */
export const isSigned = ({ signatures, indication }: FileAnswer): boolean =>
  signatures.length > 0 && indication !== null

/** The first moment at which one of its signatures cannot be verified any more; null while nothing proves one of them. */
export function holdsUntil({ signatures }: FileAnswer): string | null {
  const ends = signatures.map((one) => one.holdsUntil?.until ?? null)
  const [first = null] = ends.filter((end) => end !== null).toSorted()
  return ends.includes(null) ? null : first
}
