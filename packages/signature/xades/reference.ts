import { Malformed } from '../malformed.ts'
import type { Check, Conclusion } from '../validation/verdict.ts'
import { failed, indeterminate } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import type { CanonicalForm } from '../xml/canonical.ts'
import { parseXml } from '../xml/parse.ts'
import { descendantsOf, isWithin, textUnder, type XmlDocument, type XmlElement } from '../xml/tree.ts'
import type { SignedDocument } from './document.ts'
import { base64, digestOfUri, enveloped } from './names.ts'
import { fromBase64 } from './octets.ts'
import { leavesOutSignatures } from './signature-filter.ts'
import { type Reference, readCanonicalForm, type SignatureElement } from './structure.ts'

/** What a reference came to: the octets under its digest, and what they were taken from. */
export interface ProcessedReference {
  readonly reference: Reference
  readonly checks: readonly Check[]
  readonly conclusion: Conclusion | null
  /** null where they could not be had. */
  readonly octets: Uint8Array | null
  /** The nodes that were left when the last transform had run; null where it left octets. Archive stamps bring these into their own form. */
  readonly nodes: Nodes | null
  /** The element or document it points at; null for octets from outside. */
  readonly target: XmlElement | XmlDocument | null
  /** Whether the target carries comments that are not signed. */
  readonly commentsLeftOut: boolean
}

/** Contents that a signature names and that its file does not hold, by the URI it writes. Nothing is ever fetched. */
export interface Detached {
  get(uri: string): Uint8Array | undefined
  values(): Iterable<Uint8Array>
}

/** The only content there is: it stands for whatever file a signature names, and the digest says whether it is that file. */
export const onlyContent = (content: Uint8Array): Detached => ({ get: () => content, values: () => [content] })

export interface Nodes {
  readonly apex: XmlElement | XmlDocument
  readonly comments: boolean
  readonly without: ReadonlySet<XmlElement>
}

/** XML-DSig §4.4.3.2 and §4.4.3.4: find what the reference means, run its transforms exactly, compare the digest. */
export function processReference(
  signature: SignatureElement,
  reference: Reference,
  document: SignedDocument,
  detached: Detached,
): ProcessedReference {
  const facts = { uri: reference.uri ?? '' }
  const stopped = (code: string, conclusion: Conclusion, more = {}): ProcessedReference => ({
    reference,
    checks: [
      { code, outcome: conclusion.indication === 'TOTAL-FAILED' ? 'failed' : 'unknown', facts: { ...facts, ...more } },
    ],
    conclusion,
    octets: null,
    nodes: null,
    target: null,
    commentsLeftOut: false,
  })
  const refused = reference.transforms.find((transform) => !isPermitted(transform.algorithm, transform.element))
  if (refused)
    return stopped('transform-permitted', indeterminate('SIG_CONSTRAINTS_FAILURE', 'transform-permitted'), {
      transform: refused.algorithm,
    })
  const digestName = digestOfUri(reference.digestAlgorithm)
  if (digestName === undefined)
    return stopped('digest-known', indeterminate('CRYPTO_CONSTRAINTS_FAILURE', 'digest-known'), {
      digest: reference.digestAlgorithm,
    })
  const found = dereference(reference.uri, document, detached)
  if (found === 'twice') return stopped('reference-unique', failed('FORMAT_FAILURE', 'reference-unique'))
  if (found === null) return stopped('reference-found', indeterminate('SIGNED_DATA_NOT_FOUND', 'reference-found'))
  const left = transformed(found, signature, reference, document)
  const octets =
    left instanceof Uint8Array ? left : inForm(left, { method: 'inclusive-1.0', comments: false }, document)
  const same = Buffer.compare(digest(digestName, octets), reference.digest) === 0
  return {
    reference,
    checks: [{ code: 'reference-digest', outcome: same ? 'passed' : 'failed', facts }],
    conclusion: same ? null : failed('HASH_FAILURE', 'reference-digest'),
    octets,
    nodes: left instanceof Uint8Array ? null : left,
    target: found instanceof Uint8Array ? null : found.apex,
    commentsLeftOut: !(found instanceof Uint8Array) && commentsLeftOut(found, reference),
  }
}

const isPermitted = (algorithm: string, element: XmlElement): boolean =>
  algorithm === enveloped || algorithm === base64 || leavesOutSignatures(element) || readCanonicalForm(element) !== null

/** A same-document reference, with or without comments as XML-DSig §4.4.3.3 says, or octets handed in under that name. */
function dereference(
  uri: string | null,
  document: SignedDocument,
  detached: Detached,
): Nodes | Uint8Array | 'twice' | null {
  const nothing: ReadonlySet<XmlElement> = new Set()
  if (uri === null) return null
  if (uri === '') return { apex: document.document, comments: false, without: nothing }
  if (uri === '#xpointer(/)') return { apex: document.document, comments: true, without: nothing }
  if (!uri.startsWith('#')) return detached.get(uri) ?? detached.get(unescaped(uri)) ?? null
  const pointed = /^#xpointer\(id\(['"]([^'"()]+)['"]\)\)$/.exec(uri)?.[1]
  const apex = document.byId(pointed ?? uri.slice(1))
  if (apex === null || apex === 'twice') return apex
  return { apex, comments: pointed !== undefined, without: nothing }
}

/** `a%20b.txt` is also known by the name that its file has. */
function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

function transformed(
  found: Nodes | Uint8Array,
  signature: SignatureElement,
  reference: Reference,
  document: SignedDocument,
): Nodes | Uint8Array {
  let data = found
  for (const { algorithm, element } of reference.transforms) {
    if (algorithm === enveloped) data = withoutSignature(asNodes(data), signature)
    else if (leavesOutSignatures(element)) data = withoutSignatures(data, document)
    else if (algorithm === base64)
      data = fromBase64(data instanceof Uint8Array ? latin1(data) : textOf(data), 'reference')
    else data = inForm(asNodes(data), readCanonicalForm(element), document)
  }
  if (data instanceof Uint8Array) document.spend(data.length)
  return data
}

/** Octets before a transform that wants nodes are read as a document of their own. */
function asNodes(data: Nodes | Uint8Array): Nodes {
  return data instanceof Uint8Array ? { apex: parseXml(data), comments: true, without: new Set() } : data
}

function withoutSignature(nodes: Nodes, { element }: SignatureElement): Nodes {
  const root = 'root' in nodes.apex ? nodes.apex.root : nodes.apex
  return isWithin(element, root) ? { ...nodes, without: new Set([...nodes.without, element]) } : nodes
}

/** Of the document itself: signatures inside something that was read out of it are nobody's. */
function withoutSignatures(data: Nodes | Uint8Array, { signatures }: SignedDocument): Nodes {
  if (data instanceof Uint8Array) throw new Malformed('transform-order')
  const root = 'root' in data.apex ? data.apex.root : data.apex
  return { ...data, without: new Set([...data.without, ...signatures.filter((one) => isWithin(one, root))]) }
}

/** Comments that the reference left out do not come back, whatever the form says. */
export function inForm(nodes: Nodes, form: CanonicalForm | null, document: SignedDocument): Uint8Array {
  if (form === null) throw new RangeError('only permitted transforms are run')
  return document.canonical(nodes.apex, { ...form, comments: form.comments && nodes.comments }, nodes.without)
}

const latin1 = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1')
const textOf = ({ apex }: Nodes): string => textUnder('root' in apex ? apex.root : apex)

function commentsLeftOut(found: Nodes, { transforms }: Reference): boolean {
  const kept = found.comments && transforms.some((one) => readCanonicalForm(one.element)?.comments === true)
  if (kept) return false
  const root = 'root' in found.apex ? found.apex.root : found.apex
  for (const node of descendantsOf(root)) if (node.kind === 'comment') return true
  return false
}
