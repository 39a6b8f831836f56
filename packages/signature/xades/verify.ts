import { Malformed } from '../malformed.ts'
import type { OpenedSignature } from '../validation/opened.ts'
import { type Check, type Conclusion, failed } from '../validation/verdict.ts'
import type { XmlElement } from '../xml/tree.ts'
import { judgeValue, madeBy } from './core.ts'
import { coverageOf } from './coverage.ts'
import { SignedDocument } from './document.ts'
import { signedPropertiesType } from './names.ts'
import { notRead } from './not-read.ts'
import { type Properties, readProperties } from './properties.ts'
import { type Detached, type ProcessedReference, processReference } from './reference.ts'
import { findSigner, type Signer } from './signer.ts'
import { type OpenedStamps, openStamps } from './stamps.ts'
import { readSignature, type SignatureElement } from './structure.ts'

/**
 * Every signature of an XML file, opened for the engine: XML-DSig core validation (references, signature value), XAdES properties
 * (binding of the signing certificate, time stamps), what is covered. `detached` holds contents that signatures name and the file does
 * not hold. A file that cannot be read is one signature that failed by its format.
 */
export function openXmlSignatures(
  bytes: Uint8Array,
  detached: Detached = new Map(),
  share = 1,
): readonly OpenedSignature[] {
  try {
    const document = new SignedDocument(bytes, detached, share)
    return document.signatures.map((element, index) => openSignature(document, element, detached, index).opened)
  } catch (error) {
    return [unreadable(error, '1')]
  }
}

/** A signature opened, and what a document's profile needs to look at it: its references and their targets. */
export interface OpenedXmlSignature {
  readonly opened: OpenedSignature
  readonly references: readonly ProcessedReference[]
}

export function openSignature(
  document: SignedDocument,
  element: XmlElement,
  detached: Detached,
  index: number,
): OpenedXmlSignature {
  try {
    const signature = readSignature(element)
    const properties = readProperties(signature)
    const references = signature.references.map((one) => processReference(signature, one, document, detached))
    return { opened: judged(document, signature, properties, references, index), references }
  } catch (error) {
    return { opened: unreadable(error, String(index + 1)), references: [] }
  }
}

function judged(
  document: SignedDocument,
  signature: SignatureElement,
  properties: Properties | null,
  references: readonly ProcessedReference[],
  index: number,
): OpenedSignature {
  const bound = judgeProperties(properties, references)
  const isMadeBy = madeBy(signature, document)
  const signer = findSigner(signature, properties, isMadeBy)
  const value = judgeValue(signature, isMadeBy, signer.certificate?.publicKey ?? null)
  const stamps = stampsOf(document, signature, properties, references, signer)
  const steps = [bound, ...references, value, signer]
  return {
    format: properties ? 'XAdES' : 'XMLDSig',
    id: signature.id ?? String(index + 1),
    level: stamps.level,
    checks: [
      { code: 'format', outcome: 'passed', facts: {} },
      ...[...steps, stamps].flatMap(({ checks }) => checks),
      ...notRead(signature, properties),
    ],
    conclusion: gravest(steps.map(({ conclusion }) => conclusion)),
    signingCertificate: signer.certificate,
    certificates: signer.certificates,
    crls: properties?.crls ?? [],
    ocsps: properties?.ocsps ?? [],
    claimedAt: properties?.signingTime ?? null,
    algorithms: [...value.algorithms, ...signer.algorithms],
    timeStamps: stamps.timeStamps,
    signatureValue: signature.value,
    coverage: coverageOf(document, signature, references),
    signedPieces: references.flatMap(({ reference, octets }) =>
      octets === null ? [] : [{ name: reference.uri ?? '', bytes: octets }],
    ),
    claims: properties?.claimedRoles.length ? { claimedRoles: properties.claimedRoles.join(', ') } : {},
  }
}

function stampsOf(
  document: SignedDocument,
  signature: SignatureElement,
  properties: Properties | null,
  references: readonly ProcessedReference[],
  signer: Signer,
): OpenedStamps {
  if (properties === null) return { level: 'B-B', timeStamps: [], checks: [] }
  const { qualifying, unsigned } = properties
  return openStamps({ document, signature, references, unsigned, qualifying }, properties, signer)
}

/** XAdES is XAdES only if a reference of the right type covers the signed properties themselves, not something with their name. */
function judgeProperties(properties: Properties | null, references: readonly ProcessedReference[]) {
  if (properties === null) return { checks: [], conclusion: null }
  const covering = references.filter(({ target }) => target === properties.signed)
  const typed = references.filter(({ reference }) => reference.type === signedPropertiesType)
  const good = covering.length === 1 && typed.length === 1 && covering[0] === typed[0]
  // A reference that could not be run decides on its own; the properties were then not found, which is no forgery.
  const undecided = !good && references.some(({ conclusion, target }) => target === null && conclusion !== null)
  const code = 'signed-properties-covered'
  const check: Check = { code, outcome: good ? 'passed' : undecided ? 'unknown' : 'failed', facts: {} }
  return { checks: [check], conclusion: good || undecided ? null : failed('FORMAT_FAILURE', code) }
}

/** What is proven wrong outweighs what could not be seen; among equals the first decides. */
export function gravest(conclusions: readonly (Conclusion | null)[]): Conclusion | null {
  const decided = conclusions.filter((one) => one !== null)
  return decided.find(({ indication }) => indication === 'TOTAL-FAILED') ?? decided[0] ?? null
}

export function unreadable(error: unknown, id: string): OpenedSignature {
  if (!(error instanceof Malformed)) throw error
  const code = 'format'
  return {
    format: 'XMLDSig',
    id,
    level: 'B-B',
    checks: [{ code, outcome: 'failed', facts: { ...error.facts, reason: error.reason } }],
    conclusion: failed('FORMAT_FAILURE', code),
    signingCertificate: null,
    certificates: [],
    crls: [],
    ocsps: [],
    claimedAt: null,
    algorithms: [],
    timeStamps: [],
    signatureValue: new Uint8Array(),
    coverage: { whole: false, remarks: [] },
    signedPieces: [],
    claims: {},
  }
}
