import { Malformed } from '../malformed.ts'
import type { CanonicalForm } from '../xml/canonical.ts'
import { attributeOf, childrenOf, isElement, type XmlElement } from '../xml/tree.ts'
import { canonicalFormOf, ds, exclusiveNamespace } from './names.ts'
import { octetsUnder } from './octets.ts'

/** One ds:Transform: its algorithm, and the element itself for what the algorithm wants to know. */
export interface Transform {
  readonly algorithm: string
  readonly element: XmlElement
}

export interface Reference {
  readonly element: XmlElement
  /** null: the attribute is missing, and only the application could know what is meant. */
  readonly uri: string | null
  readonly type: string | null
  readonly transforms: readonly Transform[]
  readonly digestAlgorithm: string
  readonly digest: Uint8Array
}

/** 署名要素 — a ds:Signature, taken apart as its schema says and no other way. */
export interface SignatureElement {
  readonly element: XmlElement
  readonly id: string | null
  readonly signedInfo: XmlElement
  /** null for a method that is none of the canonical forms. */
  readonly canonicalForm: CanonicalForm | null
  readonly method: string
  readonly references: readonly Reference[]
  readonly valueElement: XmlElement
  readonly value: Uint8Array
  readonly keyInfo: XmlElement | null
  readonly objects: readonly XmlElement[]
}

/** A signature of a document names its parts; the longest known names five. Each is a walk over the document. */
const mostInside = 64
/** Files beside it: as many as a container may have entries. */
const mostReferences = 1_000
/** Each is a walk over the whole subtree; profiles use two. */
const mostTransforms = 8

export function readSignature(element: XmlElement): SignatureElement {
  const [signedInfo, valueElement, ...rest] = elementsIn(element)
  if (!signedInfo || !isDs(signedInfo, 'SignedInfo'))
    throw new Malformed('signature-structure', { missing: 'SignedInfo' })
  if (!valueElement || !isDs(valueElement, 'SignatureValue'))
    throw new Malformed('signature-structure', { missing: 'SignatureValue' })
  const keyInfo = rest[0] && isDs(rest[0], 'KeyInfo') ? rest[0] : null
  const objects = keyInfo ? rest.slice(1) : rest
  if (objects.some((object) => !isDs(object, 'Object')))
    throw new Malformed('signature-structure', { unexpected: 'child' })
  return {
    element,
    id: attributeOf(element, 'Id') ?? null,
    signedInfo,
    ...readSignedInfo(signedInfo),
    valueElement,
    value: octetsUnder(valueElement),
    keyInfo,
    objects,
  }
}

function readSignedInfo(signedInfo: XmlElement) {
  const [canonicalization, method, ...references] = elementsIn(signedInfo)
  if (!canonicalization || !isDs(canonicalization, 'CanonicalizationMethod'))
    throw new Malformed('signature-structure', { missing: 'CanonicalizationMethod' })
  if (!method || !isDs(method, 'SignatureMethod'))
    throw new Malformed('signature-structure', { missing: 'SignatureMethod' })
  if (references.length === 0 || references.some((reference) => !isDs(reference, 'Reference')))
    throw new Malformed('signature-structure', { missing: 'Reference' })
  if (references.length > mostReferences) throw new Malformed('signature-references', { limit: mostReferences })
  if (references.filter((one) => /^(#|$)/.test(attributeOf(one, 'URI') ?? '')).length > mostInside)
    throw new Malformed('signature-references', { limit: mostInside })
  return {
    canonicalForm: readCanonicalForm(canonicalization),
    method: algorithmOf(method),
    references: references.map(readReference),
  }
}

/** The form that a CanonicalizationMethod or a ds:Transform names, with its list of prefixes; null for another algorithm. */
export function readCanonicalForm(element: XmlElement): CanonicalForm | null {
  const form = canonicalFormOf(algorithmOf(element))
  const inside = elementsIn(element)
  if (form === undefined) return null
  const [listed, ...more] = inside
  if (listed === undefined) return form
  const isList = listed.localName === 'InclusiveNamespaces' && listed.namespace === exclusiveNamespace
  if (!isList || more.length > 0 || form.method !== 'exclusive')
    throw new Malformed('signature-structure', { unexpected: 'parameter' })
  const prefixes = (attributeOf(listed, 'PrefixList') ?? '').split(/[ \t\r\n]+/).filter((prefix) => prefix !== '')
  return { ...form, inclusivePrefixes: prefixes.map((prefix) => (prefix === '#default' ? '' : prefix)) }
}

function readReference(element: XmlElement): Reference {
  const inside = elementsIn(element)
  const transformed = inside[0] && isDs(inside[0], 'Transforms') ? inside[0] : null
  const [method, value, ...more] = transformed ? inside.slice(1) : inside
  if (!method || !isDs(method, 'DigestMethod') || !value || !isDs(value, 'DigestValue') || more.length > 0)
    throw new Malformed('signature-structure', { missing: 'DigestMethod' })
  const transforms = transformed ? elementsIn(transformed) : []
  if (transforms.some((transform) => !isDs(transform, 'Transform')) || transforms.length > mostTransforms)
    throw new Malformed('signature-structure', { unexpected: 'Transforms' })
  return {
    element,
    uri: attributeOf(element, 'URI') ?? null,
    type: attributeOf(element, 'Type') ?? null,
    transforms: transforms.map((transform) => ({ algorithm: algorithmOf(transform), element: transform })),
    digestAlgorithm: algorithmOf(method),
    digest: octetsUnder(value),
  }
}

export function algorithmOf(element: XmlElement): string {
  const algorithm = attributeOf(element, 'Algorithm')
  if (algorithm === undefined) throw new Malformed('signature-structure', { missing: 'Algorithm' })
  return algorithm
}

/** The child that must be there exactly once. */
export function onlyChild(parent: XmlElement, namespace: string, localName: string): XmlElement {
  const found = optionalChild(parent, namespace, localName)
  if (found === null) throw new Malformed('signature-structure', { missing: localName })
  return found
}

/** The child that may be there once. */
export function optionalChild(parent: XmlElement, namespace: string, localName: string): XmlElement | null {
  const [found, second] = childrenOf(parent, namespace, localName)
  if (second) throw new Malformed('signature-structure', { twice: localName })
  return found ?? null
}

export const elementsIn = (parent: XmlElement): readonly XmlElement[] => parent.children.filter(isElement)

const isDs = (element: XmlElement, localName: string): boolean =>
  element.localName === localName && element.namespace === ds
