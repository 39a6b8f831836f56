import { openCades } from '../cades/verify.ts'
import { openEprescription } from '../eprescription/verify.ts'
import { type DocumentKind, documentKinds } from '../hpki/profile.ts'
import { documentQualification, type Qualification, qualificationOf } from '../hpki/qualification.ts'
import { type KnownProviders, signerKindOf } from '../hpki/signer-kind.ts'
import { Malformed } from '../malformed.ts'
import { openPdfSignatures } from '../pades/verify.ts'
import type { ValidationContext } from '../validation/context.ts'
import type { OpenedSignature } from '../validation/opened.ts'
import { type ValidatedSignature, validateSignature } from '../validation/validate.ts'
import type { Indication } from '../validation/verdict.ts'
import { openXmlSignatures } from '../xades/verify.ts'
import type { FileAnswer, FileKind } from './answer.ts'
import { qualificationTold, signatureTold } from './tell.ts'

/** A file whose signatures are asked about. */
export interface FileQuestion {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is said to be; null: the file's own kind where it has one (e-prescriptions), or none. */
  readonly documentKind: string | null
  /** The content of a detached signature, where somebody has it. */
  readonly content: Uint8Array | null
}

interface Opened {
  readonly kind: FileKind
  readonly signatures: readonly { readonly opened: OpenedSignature; readonly documentKind: string | null }[]
  readonly documentKind: string | null
}

/**
 * The whole question about one file: which signatures are in it, whether each holds, and whether somebody with the needed licence
 * made it. Never throws for what the file holds.
 */
export function verifyFile(question: FileQuestion, context: ValidationContext, known: KnownProviders): FileAnswer {
  const policy = { name: context.algorithms.name, date: context.algorithms.date }
  const common = { name: question.name, policy, at: new Date(context.at).toISOString() }
  try {
    const opened = openFile(question)
    if (opened === null)
      return { ...common, kind: null, ...nothing, trouble: { reason: 'unknown-kind-of-file', facts: {} } }
    const validated = opened.signatures.map((one) => ({ ...one, signature: validateSignature(one.opened, context) }))
    const kind = documentKinds.find((one) => one.kind === (question.documentKind ?? opened.documentKind)) ?? null
    const told = validated.map(({ signature, documentKind }) => {
      const own =
        documentKinds.find((one) => one.kind === documentKind) ??
        (kind !== null && kind.signatures.length === 1 ? kind : null)
      const qualification = qualificationOf(signature, own?.signatures[0]?.oneOf ?? null)
      return signatureTold(signature, qualification, signerKindOf(signature, known))
    })
    const signatures = validated.map(({ signature }) => signature)
    const decisive = worstOf(signatures)
    return {
      ...common,
      kind: opened.kind,
      indication: decisive?.conclusion.indication ?? null,
      subIndication:
        decisive === null || decisive.conclusion.indication === 'TOTAL-PASSED'
          ? null
          : decisive.conclusion.subIndication,
      qualification: qualificationTold(overall(signatures, kind)),
      signatures: told,
      trouble: null,
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { ...common, kind: null, ...nothing, trouble: { reason: error.reason, facts: error.facts } }
  }
}

const nothing = { indication: null, subIndication: null, qualification: null, signatures: [] } as const

/** What the file is, by its first octets; null: nothing that carries signatures we know. */
function openFile({ bytes, content }: FileQuestion): Opened | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const plain = (kind: FileKind, signatures: readonly OpenedSignature[]): Opened => ({
    kind,
    signatures: signatures.map((opened) => ({ opened, documentKind: null })),
    documentKind: null,
  })
  if (head.includes('%PDF-')) return plain('pdf', openPdfSignatures(bytes))
  if (/^(\xef\xbb\xbf)?\s*</.test(head) || /^(\xff\xfe|\xfe\xff)/.test(head)) return openXml(bytes, plain)
  if (bytes[0] === 0x30) return plain('cms', openCades({ bytes, content }))
  const pem = /-----BEGIN (?:PKCS7|CMS)-----([\sA-Za-z0-9+/=]+)-----END/.exec(Buffer.from(bytes).toString('latin1'))
  return pem?.[1] === undefined ? null : plain('cms', openCades({ bytes: Buffer.from(pem[1], 'base64'), content }))
}

function openXml(bytes: Uint8Array, plain: (kind: FileKind, signatures: readonly OpenedSignature[]) => Opened): Opened {
  const prescription = openEprescription(bytes)
  if (prescription === null) return plain('xml', openXmlSignatures(bytes))
  const dispensed = prescription.kind === 'dispensed-prescription'
  return {
    kind: dispensed ? 'electronic-dispensing' : 'electronic-prescription',
    signatures: prescription.signatures,
    documentKind: dispensed ? 'electronic-prescription-with-dispensing' : 'prescription',
  }
}

/** Without a kind of document nobody says which licence is needed: any confirms, and otherwise the first signature is told. */
function overall(signatures: readonly ValidatedSignature[], kind: DocumentKind | null): Qualification | null {
  if (kind !== null && signatures.length > 0) return documentQualification(signatures, kind)
  const found = signatures.map((signature) => qualificationOf(signature, null))
  return found.find(({ answer }) => answer === 'confirmed') ?? found[0] ?? null
}

const gravity: readonly Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED']

function worstOf(signatures: readonly ValidatedSignature[]): ValidatedSignature | null {
  return (
    gravity.flatMap((indication) => signatures.filter(({ conclusion }) => conclusion.indication === indication))[0] ??
    null
  )
}
