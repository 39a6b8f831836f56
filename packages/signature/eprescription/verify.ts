import { Malformed } from '../malformed.ts'
import type { Coverage, OpenedSignature } from '../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../validation/verdict.ts'
import { targetsOf, uncovered } from '../xades/coverage.ts'
import { SignedDocument } from '../xades/document.ts'
import { canonicalFormOf, signedPropertiesType } from '../xades/names.ts'
import { octetsUnder } from '../xades/octets.ts'
import type { ProcessedReference } from '../xades/reference.ts'
import { gravest, type OpenedXmlSignature, openSignature } from '../xades/verify.ts'
import { parseXml } from '../xml/parse.ts'
import { childrenOf, is, isWithin, type XmlElement } from '../xml/tree.ts'
import {
  type EprescriptionKind,
  type EprescriptionStructure,
  placeOf,
  type SignaturePlace,
  structureOf,
} from './structure.ts'

/** 電子処方箋 — a file opened, and which of its signatures is whose. */
export interface OpenedEprescription {
  readonly kind: EprescriptionKind
  readonly signatures: readonly EprescriptionSignature[]
  /** Signatures that this kind of file needs and does not have. */
  readonly missing: readonly SignaturePlace[]
}

export interface EprescriptionSignature {
  /** null: it stands where no signature belongs; it failed by its format. */
  readonly place: SignaturePlace | null
  /** What the signer's licence must fit: 処方箋 for PrescriptionSign, 調剤済み処方箋 for DispensingSign. */
  readonly documentKind: EprescriptionKind | null
  readonly opened: OpenedSignature
  /** The contents as they were signed, taken from the signed octets and from nowhere else; null if the signature does not hold. */
  readonly contents: Uint8Array | null
}

/**
 * Opens the signatures of a prescription or of a dispensing result. Each must stand in its place and cover the one element that
 * belongs there, its own KeyInfo and its own properties, and nothing else. null: the file is neither; ask `openXmlSignatures`.
 */
export function openEprescription(bytes: Uint8Array): OpenedEprescription | null {
  const document = readable(bytes)
  const structure = document && structureOf(document.document.root)
  if (!document || !structure) return null
  const signatures = document.signatures.map((element, index) => {
    const found = placeOf(structure, element)
    const opened = openSignature(document, element, new Map(), index)
    return found ? inPlace(document.document.root, structure, found, element, opened) : outOfPlace(opened)
  })
  return { kind: structure.kind, signatures, missing: structure.missing }
}

function readable(bytes: Uint8Array): SignedDocument | null {
  try {
    return new SignedDocument(bytes)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

type Place = EprescriptionStructure['places'][number]

function inPlace(
  root: XmlElement,
  { kind }: EprescriptionStructure,
  { place, signed }: Place,
  element: XmlElement,
  { opened, references }: OpenedXmlSignature,
): EprescriptionSignature {
  const left = leftUnsigned(kind, place)
  const whole = uncovered(root, targetsOf(references), element).every((name) => left.includes(name))
  const covered = whole ? { ...opened, coverage: wholeByProfile(opened.coverage) } : opened
  const judged =
    references.length === 0 ? opened : withChecks(covered, profileChecks(signed, element, references, opened))
  const documentKind = place === 'PrescriptionSign' ? 'prescription' : 'dispensed-prescription'
  return { place, documentKind, opened: judged, contents: contentsOf(judged, signed, references) }
}

/** What the profile leaves unsigned on purpose: it stays a remark. Anything else beside the signed part is nobody's. */
function leftUnsigned(kind: EprescriptionKind, place: SignaturePlace): readonly string[] {
  const dispensing = ['DispensingManagement', 'AdditionalDispensedInformation']
  if (place === 'DispensingSign') return dispensing
  const prescription = ['PrescriptionManagement', 'AdditionalPrescriptionInformation']
  return kind === 'prescription'
    ? prescription
    : [...prescription, ...dispensing, 'DispensingDocument', 'DispensingSign']
}

const wholeByProfile = ({ remarks }: Coverage): Coverage => ({
  whole: true,
  remarks: remarks.map((one) => (one.code === 'unsigned-siblings' ? { ...one, code: 'left-unsigned' } : one)),
})

function outOfPlace({ opened }: OpenedXmlSignature): EprescriptionSignature {
  const code = 'signature-place'
  const check: Judged = [{ code, outcome: 'failed', facts: {} }, failed('FORMAT_FAILURE', code)]
  return { place: null, documentKind: null, opened: withChecks(opened, [check]), contents: null }
}

type Judged = readonly [check: Check, conclusion: Conclusion | null]

function withChecks(opened: OpenedSignature, judged: readonly Judged[]): OpenedSignature {
  return {
    ...opened,
    checks: [...opened.checks, ...judged.map(([check]) => check)],
    conclusion: gravest([opened.conclusion, ...judged.map(([, conclusion]) => conclusion)]),
  }
}

/** What the profile asks beyond XAdES. Without it a signature over another element with a copied id would hold. */
function profileChecks(
  signed: XmlElement,
  own: XmlElement,
  references: readonly ProcessedReference[],
  opened: OpenedSignature,
): readonly Judged[] {
  const [contents, ...others] = references.filter(
    ({ target }) => target === null || 'root' in target || !isWithin(target, own),
  )
  const onlyContents = contents?.target === signed && others.length === 0
  const rest = references.filter((one) => one !== contents)
  const onlyOwn = rest.every(
    ({ reference, target }) => reference.type === signedPropertiesType || isKeyInfoOf(target, own),
  )
  const plain = references.every(({ reference }) =>
    reference.transforms.every(({ algorithm }) => canonicalFormOf(algorithm) !== undefined),
  )
  const bound = opened.checks.some(({ code }) => code === 'signing-certificate-binding')
  return [
    judge('expected-references', onlyContents && onlyOwn, failed('FORMAT_FAILURE', 'expected-references')),
    judge('expected-transforms', plain, indeterminate('SIG_CONSTRAINTS_FAILURE', 'expected-transforms')),
    judge('signing-certificate-named', bound, indeterminate('SIG_CONSTRAINTS_FAILURE', 'signing-certificate-named')),
  ]
}

const judge = (code: string, good: boolean, otherwise: Conclusion): Judged => [
  { code, outcome: good ? 'passed' : 'failed', facts: {} },
  good ? null : otherwise,
]

const isKeyInfoOf = (target: ProcessedReference['target'], own: XmlElement): boolean =>
  target !== null && !('root' in target) && target.parent === own && target.localName === 'KeyInfo'

/** PrescriptionDocument and DispensingDocument hold their CSV as base64. */
function contentsOf(
  { conclusion }: OpenedSignature,
  signed: XmlElement,
  references: readonly ProcessedReference[],
): Uint8Array | null {
  const octets = references.find(({ target }) => target === signed)?.octets
  if (conclusion !== null || !octets) return null
  const { root } = parseXml(octets)
  const holder = is(root, '', 'PrescriptionDocument') ? root : childrenOf(root, '', 'DispensingDocument')[0]
  try {
    return holder ? octetsUnder(holder) : null
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
