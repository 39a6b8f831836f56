import type { Coverage } from '../validation/opened.ts'
import { is, isElement, type XmlDocument, type XmlElement } from '../xml/tree.ts'
import { ds, xades } from './names.ts'
import type { ProcessedReference } from './reference.ts'
import type { SignatureElement } from './structure.ts'

type Remark = Coverage['remarks'][number]

/** 署名範囲 — what a reader must be told about what is signed and what only stands beside it. */
export function coverageOf(
  document: XmlDocument,
  signature: SignatureElement,
  references: readonly ProcessedReference[],
): Coverage {
  const targets = references.flatMap(({ target }) => (target === null ? [] : ['root' in target ? target.root : target]))
  const missing = uncovered(document.root, targets, signature.element)
  const detached = references.flatMap(({ reference, target }) =>
    target === null && reference.uri !== null && !reference.uri.startsWith('#') && reference.uri !== ''
      ? [reference.uri]
      : [],
  )
  const remarks: Remark[] = [
    ...(detached.length > 0 ? [{ code: 'detached', facts: { names: detached.join(', ') } }] : []),
    ...(missing.length > 0 && targets.length > 0
      ? [
          {
            code: 'unsigned-siblings',
            facts: { count: missing.length, names: missing.slice(0, 20).map(nameOf).join(', ') },
          },
        ]
      : []),
    ...(references.some((one) => one.commentsLeftOut) ? [{ code: 'comments-not-signed', facts: {} }] : []),
    ...(references.some(({ reference }) => reference.type === `${ds}Manifest`)
      ? [{ code: 'manifest-not-followed', facts: {} }]
      : []),
    ...(counterSignatures(signature.element) ? [{ code: 'counter-signature', facts: {} }] : []),
  ]
  return { whole: missing.length === 0, remarks }
}

const nameOf = (element: XmlElement): string => element.name.slice(0, 60)

/**
 * The topmost elements that no reference covers: neither signed, nor around something signed, nor this signature's own parts.
 * Other signatures are no content either.
 */
function uncovered(root: XmlElement, targets: readonly XmlElement[], own: XmlElement): readonly XmlElement[] {
  const signed = new Set(targets)
  const around = new Set([...targets, own].flatMap(upwards))
  const found: XmlElement[] = []
  const open = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (signed.has(element) || isOwnPart(element, own)) continue
    if (around.has(element)) for (const child of element.children.filter(isElement).reverse()) open.push(child)
    else if (!is(element, ds, 'Signature')) found.push(element)
  }
  return found
}

function upwards(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let at: XmlElement | null = element; at !== null; at = at.parent) found.push(at)
  return found
}

/** SignedInfo, SignatureValue, KeyInfo and the qualifying properties: judged on their own. An Object with contents is content. */
function isOwnPart(element: XmlElement, own: XmlElement): boolean {
  if (element.parent === own) return !is(element, ds, 'Object') || onlyProperties(element)
  return false
}

const onlyProperties = (object: XmlElement): boolean =>
  object.children.filter(isElement).every((child) => is(child, xades, 'QualifyingProperties'))

function counterSignatures(own: XmlElement): boolean {
  const open = own.children.filter(isElement)
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (is(element, xades, 'CounterSignature')) return true
    for (const child of element.children) if (isElement(child)) open.push(child)
  }
  return false
}
