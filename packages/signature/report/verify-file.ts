import { documentQualification, type PlacedSignature } from '../hpki/document-qualification.ts'
import type { LicenceEvidence } from '../hpki/licence-evidence.ts'
import { type DocumentKind, documentKinds, hpkiProfile } from '../hpki/profile.ts'
import { type Qualification, type Qualifying, qualificationOf } from '../hpki/qualification.ts'
import { type KnownProviders, signerKindOf } from '../hpki/signer-kind.ts'
import { Malformed } from '../malformed.ts'
import { type AccreditedList, accreditedList } from '../policy/accredited.ts'
import type { ValidationContext } from '../validation/context.ts'
import { validateSignature } from '../validation/validate.ts'
import { validateStandalone } from '../validation/validate-time-stamps.ts'
import type { Conclusion, Indication } from '../validation/verdict.ts'
import type { FileAnswer } from './answer.ts'
import { type FileQuestion, openFile } from './open-file.ts'
import { seemsSigned } from './seems-signed.ts'
import { qualificationTold, signatureTold, standaloneTold } from './tell.ts'

/** Providers that sign on behalf of others, and another list of accredited authorities than the package's. */
export interface KnownToOperator extends KnownProviders {
  readonly accredited?: AccreditedList
  /** What is known of the licences of signers outside HPKI. */
  readonly licences?: readonly LicenceEvidence[]
}

const kindOf = (name: string | null): DocumentKind | null => documentKinds.find(({ kind }) => kind === name) ?? null

const dated = ({ name, date }: { readonly name: string; readonly date: string }) => ({ name, date })

/**
 * The whole question about one file: which signatures are in it, whether each holds, and whether somebody with the needed licence
 * made it. Never throws for what the file holds.
 */
export function verifyFile(question: FileQuestion, context: ValidationContext, known: KnownToOperator): FileAnswer {
  const qualifying = { profile: hpkiProfile, evidence: known.licences ?? [] }
  const by = { algorithms: context.algorithms, accredited: known.accredited ?? accreditedList }
  const common = {
    name: question.name,
    policy: dated(by.algorithms),
    accreditedList: dated(by.accredited),
    at: new Date(context.at).toISOString(),
  }
  try {
    const opened = openFile(question)
    if (opened === null)
      return {
        ...common,
        kind: null,
        documentKind: question.documentKind,
        ...nothing,
        trouble: { reason: 'unknown-kind-of-file', facts: {} },
      }
    const kind = kindOf(question.documentKind ?? opened.documentKind)
    const only = kind?.signatures.length === 1 ? kind.signatures[0] : undefined
    const placed = opened.signatures.map((one) => ({
      signature: validateSignature(one.opened, context),
      oneOf: kindOf(one.documentKind)?.signatures[0]?.oneOf ?? null,
    }))
    const told = placed.map(({ signature, oneOf }) => {
      const qualification = qualificationOf(signature, oneOf ?? only?.oneOf ?? null, qualifying)
      return signatureTold(signature, qualification, signerKindOf(signature, known), by)
    })
    const signatures = placed.map(({ signature }) => signature)
    const stamps = opened.stamps === null ? [] : validateStandalone(opened.stamps, context)
    const decisive = worstOf(signatures.length > 0 ? signatures : stamps.map(({ validated }) => validated))
    return {
      ...common,
      kind: opened.kind,
      documentKind: kind?.kind ?? null,
      indication: decisive?.indication ?? null,
      subIndication: decisive === null || decisive.indication === 'TOTAL-PASSED' ? null : decisive.subIndication,
      qualification: qualificationTold(overall(placed, kind, qualifying)),
      signatures: told,
      timeStamps: stamps.map((one) => standaloneTold(one, by)),
      trouble: null,
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return {
      ...common,
      kind: null,
      documentKind: question.documentKind,
      ...(seemsSigned(question.bytes) ? brokenFormat : nothing),
      trouble: { reason: error.reason, facts: error.facts },
    }
  }
}

const nothing = { indication: null, subIndication: null, qualification: null, signatures: [], timeStamps: [] } as const

/** EN 319 102-1, 5.2.2: nobody can say more of a signature that cannot be read. */
const brokenFormat = {
  ...nothing,
  indication: 'TOTAL-FAILED',
  subIndication: 'FORMAT_FAILURE',
  qualification: { answer: 'unverified', route: 'none', decidedBy: 'signature-holds' },
} as const

/** Without a kind of document nobody says which licence is needed: any confirms, and otherwise the first signature is told. */
function overall(
  signatures: readonly PlacedSignature[],
  kind: DocumentKind | null,
  by: Qualifying,
): Qualification | null {
  if (kind !== null) return documentQualification(signatures, kind, by)
  const found = signatures.map(({ signature }) => qualificationOf(signature, null, by))
  return found.find(({ answer }) => answer === 'confirmed') ?? found[0] ?? null
}

const gravity: readonly Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED']

function worstOf(judged: readonly { readonly conclusion: Conclusion }[]): Conclusion | null {
  const conclusions = judged.map(({ conclusion }) => conclusion)
  return gravity.flatMap((indication) => conclusions.filter((one) => one.indication === indication))[0] ?? null
}
