import type { Coverage } from '../validation/opened.ts'
import { is, isElement, type XmlElement } from '../xml/tree.ts'
import type { SignedDocument } from './document.ts'
import { ds, xades } from './names.ts'
import type { ProcessedReference } from './reference.ts'
import { leavesOutSignatures } from './signature-filter.ts'
import type { SignatureElement } from './structure.ts'

type Remark = Coverage['remarks'][number]

/** 署名範囲 — what a reader must be told about what is signed and what only stands beside it. */
export function coverageOf(
  { document, signatures }: SignedDocument,
  signature: SignatureElement,
  references: readonly ProcessedReference[],
): Coverage {
  const targets = targetsOf(references)
  const others = references.some(({ reference }) =>
    reference.transforms.some((one) => leavesOutSignatures(one.element)),
  )
    ? signatures
    : []
  const missing = uncovered(document.root, targets, signature.element, others)
  const detached = references.flatMap(({ reference, target }) =>
    target === null && reference.uri !== null && !reference.uri.startsWith('#') && reference.uri !== ''
      ? [reference.uri]
      : [],
  )
  const remarks: Remark[] = [
    ...(detached.length > 0 ? [{ code: 'detached', facts: { names: detached.join(', ') } }] : []),
    ...(missing.length > 0 && targets.length > 0 ? [{ code: 'unsigned-siblings', facts: listed(missing) }] : []),
    ...(references.some((one) => one.commentsLeftOut) ? [{ code: 'comments-not-signed', facts: {} }] : []),
    ...(references.some(({ reference }) => reference.type === `${ds}Manifest`)
      ? [{ code: 'manifest-not-followed', facts: {} }]
      : []),
    ...(counterSignatures(signature.element) ? [{ code: 'counter-signature', facts: {} }] : []),
    ...(isCounterSignature(signature.element) ? [{ code: 'is-counter-signature', facts: {} }] : []),
  ]
  return { whole: missing.length === 0, remarks }
}

export const targetsOf = (references: readonly ProcessedReference[]): readonly XmlElement[] =>
  references.flatMap(({ target }) => (target === null ? [] : ['root' in target ? target.root : target]))

const listed = (names: readonly string[]) => ({
  count: names.length,
  names: names
    .slice(0, 20)
    .map((name) => name.slice(0, 60))
    .join(', '),
})

/**
 * What no reference covers, by name: the topmost elements that are neither signed nor around something signed, and texts and
 * attributes of those around it. Of this signature only its Objects with contents are looked at: the rest is judged on its own, and
 * the enveloped transform leaves all of it out. Other signatures are no content either, save what `leftOut` ones hold.
 */
export function uncovered(
  root: XmlElement,
  targets: readonly XmlElement[],
  own: XmlElement,
  leftOut: readonly XmlElement[] = [],
): readonly string[] {
  const signed = new Set(targets)
  const around = new Set([...targets, own].flatMap(upwards))
  const found: string[] = []
  const contents = [...new Set([own, ...leftOut])]
    .flatMap(({ children }) => children.filter(isElement))
    .filter((child) => is(child, ds, 'Object') && !holdsOnlyProperties(child))
  // A stack, with what comes first on top: an element may have a million children.
  const open = [...contents.toReversed(), root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (signed.has(element) || (is(element, ds, 'Signature') && element !== own && !around.has(element))) continue
    if (!around.has(element)) found.push(element.name)
    else if (element !== own) {
      found.push(...looseParts(element))
      for (const child of element.children.filter(isElement).reverse()) open.push(child)
    }
  }
  return found
}

/** Text and attributes of an element that is only around what is signed. Ids and schema hints say nothing to a reader. */
function looseParts(element: XmlElement): readonly string[] {
  const texts = element.children.some((child) => child.kind === 'text' && /[^ \t\r\n]/.test(child.text))
  const attributes = element.attributes.filter(
    ({ localName, namespace }) =>
      namespace !== schemaInstance && localName.toLowerCase() !== 'id' && !is(element, ds, 'Object'),
  )
  return [...attributes.map(({ name }) => `${element.name}/@${name}`), ...(texts ? [`${element.name}/text()`] : [])]
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

function upwards(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let at: XmlElement | null = element; at !== null; at = at.parent) found.push(at)
  return found
}

const holdsOnlyProperties = (object: XmlElement): boolean =>
  object.children.every((child) =>
    child.kind === 'element'
      ? is(child, xades, 'QualifyingProperties')
      : child.kind !== 'text' || child.text.trim() === '',
  )

/** It confirms another signature and says nothing of the document: its signer did not sign that. */
const isCounterSignature = ({ parent }: XmlElement): boolean => parent !== null && is(parent, xades, 'CounterSignature')

function counterSignatures(own: XmlElement): boolean {
  const open = own.children.filter(isElement)
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (is(element, xades, 'CounterSignature')) return true
    for (const child of element.children) if (isElement(child)) open.push(child)
  }
  return false
}
