import { type DocumentKind, documentKinds } from '../hpki/profile.ts'
import { documentQualification, type Qualification, qualificationOf } from '../hpki/qualification.ts'
import { type KnownProviders, signerKindOf } from '../hpki/signer-kind.ts'
import { Malformed } from '../malformed.ts'
import { type AccreditedList, accreditedList } from '../policy/accredited.ts'
import type { ValidationContext } from '../validation/context.ts'
import { type ValidatedSignature, validateSignature } from '../validation/validate.ts'
import { validateStandalone } from '../validation/validate-time-stamps.ts'
import type { Conclusion, Indication } from '../validation/verdict.ts'
import type { FileAnswer } from './answer.ts'
import { type FileQuestion, openFile } from './open-file.ts'
import { qualificationTold, signatureTold, standaloneTold } from './tell.ts'

/** Providers that sign on behalf of others, and another list of accredited authorities than the package's. */
export interface KnownToOperator extends KnownProviders {
  readonly accredited?: AccreditedList
}

const dated = ({ name, date }: { readonly name: string; readonly date: string }) => ({ name, date })

/**
 * The whole question about one file: which signatures are in it, whether each holds, and whether somebody with the needed licence
 * made it. Never throws for what the file holds.
 */
export function verifyFile(question: FileQuestion, context: ValidationContext, known: KnownToOperator): FileAnswer {
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
    const validated = opened.signatures.map((one) => ({ ...one, signature: validateSignature(one.opened, context) }))
    const kind = documentKinds.find((one) => one.kind === (question.documentKind ?? opened.documentKind)) ?? null
    const told = validated.map(({ signature, documentKind }) => {
      const own =
        documentKinds.find((one) => one.kind === documentKind) ??
        (kind !== null && kind.signatures.length === 1 ? kind : null)
      const qualification = qualificationOf(signature, own?.signatures[0]?.oneOf ?? null)
      return signatureTold(signature, qualification, signerKindOf(signature, known), by)
    })
    const signatures = validated.map(({ signature }) => signature)
    const stamps = opened.stamps === null ? [] : validateStandalone(opened.stamps, context)
    const decisive = worstOf(signatures.length > 0 ? signatures : stamps.map(({ validated }) => validated))
    return {
      ...common,
      kind: opened.kind,
      documentKind: kind?.kind ?? null,
      indication: decisive?.indication ?? null,
      subIndication: decisive === null || decisive.indication === 'TOTAL-PASSED' ? null : decisive.subIndication,
      qualification: qualificationTold(overall(signatures, kind)),
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
      ...nothing,
      trouble: { reason: error.reason, facts: error.facts },
    }
  }
}

const nothing = { indication: null, subIndication: null, qualification: null, signatures: [], timeStamps: [] } as const

/** Without a kind of document nobody says which licence is needed: any confirms, and otherwise the first signature is told. */
function overall(signatures: readonly ValidatedSignature[], kind: DocumentKind | null): Qualification | null {
  if (kind !== null && signatures.length > 0) return documentQualification(signatures, kind)
  const found = signatures.map((signature) => qualificationOf(signature, null))
  return found.find(({ answer }) => answer === 'confirmed') ?? found[0] ?? null
}

const gravity: readonly Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED']

function worstOf(judged: readonly { readonly conclusion: Conclusion }[]): Conclusion | null {
  const conclusions = judged.map(({ conclusion }) => conclusion)
  return gravity.flatMap((indication) => conclusions.filter((one) => one.indication === indication))[0] ?? null
}
