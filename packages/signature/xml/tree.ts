/** An attribute that is not a namespace declaration. `namespace` is '' without a prefix. */
export interface XmlAttribute {
  readonly name: string
  readonly localName: string
  readonly namespace: string
  readonly value: string
}

/** `xmlns:prefix="uri"`; the default namespace has the prefix ''. */
export interface XmlDeclaration {
  readonly prefix: string
  readonly uri: string
}

export interface XmlElement {
  readonly kind: 'element'
  /** As written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly localName: string
  /** '' outside any namespace. */
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  /** Those written on this element. */
  readonly declarations: readonly XmlDeclaration[]
  readonly children: readonly XmlNode[]
  /** null for the root. */
  readonly parent: XmlElement | null
  /** Where it stands in the text: from its `<` to after its last `>`, and where its end tag begins. */
  readonly start: number
  readonly end: number
  /** Where `</name>` begins; null for an element written as `<name/>`. */
  readonly endTagAt: number | null
}

export interface XmlText {
  readonly kind: 'text'
  readonly text: string
}

export interface XmlComment {
  readonly kind: 'comment'
  readonly text: string
}

export interface XmlInstruction {
  readonly kind: 'instruction'
  readonly target: string
  readonly text: string
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction

/** A document as it was written. Every space is kept: what is signed may be nothing but spaces. */
export interface XmlDocument {
  /** The text that was read, decoded and otherwise untouched; the positions of elements count in it. */
  readonly source: string
  readonly root: XmlElement
  /** Comments and instructions before and after the root. */
  readonly before: readonly XmlNode[]
  readonly after: readonly XmlNode[]
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

export const isElement = (node: XmlNode): node is XmlElement => node.kind === 'element'

export const is = (element: XmlElement, namespace: string, localName: string): boolean =>
  element.localName === localName && element.namespace === namespace

/** The child elements of that name, in order. */
export const childrenOf = (parent: XmlElement, namespace: string, localName: string): readonly XmlElement[] =>
  parent.children.filter((node): node is XmlElement => isElement(node) && is(node, namespace, localName))

/** An attribute without a prefix. */
export const attributeOf = (element: XmlElement, localName: string): string | undefined =>
  element.attributes.find((one) => one.localName === localName && one.namespace === '')?.value

/** All text under an element, comments and instructions left out. */
export function textUnder(element: XmlElement): string {
  let text = ''
  for (const node of descendantsOf(element)) if (node.kind === 'text') text += node.text
  return text
}

/** Everything under an element in document order, without calling itself: the depth of a file is its author's choice. */
export function* descendantsOf(element: XmlElement): Generator<XmlNode> {
  const open = [{ element, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.element.children[top.next++]
    if (node === undefined) open.pop()
    else {
      yield node
      if (node.kind === 'element') open.push({ element: node, next: 0 })
    }
  }
}

/** Whether `inner` is `outer` or stands under it. */
export function isWithin(inner: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | null = inner; at !== null; at = at.parent) if (at === outer) return true
  return false
}
