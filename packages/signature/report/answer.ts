import type { QualificationAnswer, QualificationRoute } from '../hpki/qualification.ts'
import type { SignerKindAnswer } from '../hpki/signer-kind.ts'
import type { RenewalReason } from '../validation/renewal.ts'
import type { Check, Indication, SubIndication } from '../validation/verdict.ts'

/** The answer about a file as machines read it: moments in ISO 8601 (UTC), names as words, nothing that is not plain JSON. */
export interface FileAnswer {
  readonly name: string
  /** What the file is; null: nothing we know how to look into. */
  readonly kind: FileKind | null
  /** The kind of document by which licences were judged: what was asked, or what the file itself is; null: nobody says. */
  readonly documentKind: string | null
  /** The worst of its signatures, or of its time stamps where nobody signed; null for a file with neither. */
  readonly indication: Indication | null
  readonly subIndication: SubIndication | null
  /** Whether a person with the licence that the kind of document asks for signed; null: nobody asked, or nothing is signed. */
  readonly qualification: QualificationTold | null
  readonly signatures: readonly SignatureAnswer[]
  /** Time stamps that belong to no signature: they prove since when something exists, and say nothing of who made it. */
  readonly timeStamps: readonly StandaloneStampAnswer[]
  /** Why the file could not be looked into at all: a code, with its facts. */
  readonly trouble: { readonly reason: string; readonly facts: Readonly<Record<string, string | number>> } | null
  readonly policy: { readonly name: string; readonly date: string }
  /** By which list time stamps were said to be accredited. */
  readonly accreditedList: { readonly name: string; readonly date: string }
  /** The moment for which the question was asked. */
  readonly at: string
}

export type FileKind =
  | 'pdf'
  | 'xml'
  | 'cms'
  | 'asic'
  | 'time-stamp'
  | 'electronic-prescription'
  | 'electronic-dispensing'

export interface QualificationTold {
  readonly answer: QualificationAnswer
  readonly route: QualificationRoute
  readonly decidedBy: string
}

export interface SignatureAnswer {
  readonly id: string
  readonly format: string
  readonly level: string
  readonly indication: Indication
  readonly subIndication: SubIndication | null
  readonly decidedBy: string | null
  readonly qualification: QualificationTold | null
  readonly signer: SignerAnswer | null
  readonly roles: readonly RoleAnswer[]
  readonly signerKind: SignerKindAnswer
  /** Since when the signature is proven to exist; null: nothing proves it. */
  readonly provenTime: string | null
  /** When the signer says it was. */
  readonly claimedTime: string | null
  readonly coverage: CoverageAnswer
  /** Until when it goes on holding by its proofs; null: nothing proves when it existed, or it does not hold. */
  readonly holdsUntil: HoldsUntilAnswer | null
  readonly chain: readonly { readonly subject: string; readonly fingerprint: string; readonly notAfter: string }[]
  readonly timeStamps: readonly StampAnswer[]
  readonly checks: readonly Check[]
}

export interface HoldsUntilAnswer {
  readonly until: string
  readonly because: RenewalReason
}

export interface SignerAnswer {
  readonly subject: string
  /** The name alone; null where the certificate has none. */
  readonly commonName: string | null
  readonly issuer: string
  readonly fingerprint: string
  readonly notBefore: string
  readonly notAfter: string
}

export interface RoleAnswer {
  readonly text: string
  readonly japanese: string | null
  readonly licence: boolean
}

export interface StampAnswer {
  readonly kind: string
  readonly at: string
  readonly authority: string | null
  /** null: the list names nobody, or the stamp does not hold. */
  readonly accredited: boolean | null
  readonly indication: Indication
  readonly subIndication: SubIndication | null
  readonly checks: readonly Check[]
}

export interface CoverageAnswer {
  readonly whole: boolean
  /** What lies under it, by the names of the format: files of a container, ids, `revision`, `content`. */
  readonly covered: readonly string[]
  readonly remarks: readonly { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }[]
}

export interface StandaloneStampAnswer extends StampAnswer {
  readonly id: string
  readonly decidedBy: string | null
  readonly policy: string
  readonly coverage: CoverageAnswer
}
