import { Malformed } from '../malformed.ts'
import { inheritedAttributes } from './inherited.ts'
import type { XmlAttribute, XmlDeclaration, XmlDocument, XmlElement, XmlNode } from './tree.ts'

/** 正規形 — which of the canonical forms: C14N 1.0, 1.1, or exclusive, each with or without comments. */
export interface CanonicalForm {
  readonly method: 'inclusive-1.0' | 'inclusive-1.1' | 'exclusive'
  readonly comments: boolean
  /** InclusiveNamespaces PrefixList of the exclusive form; '' is `#default`. */
  readonly inclusivePrefixes?: readonly string[]
}

/**
 * The canonical form of an element with everything under it, or of a whole document, in UTF-8 (Canonical XML 1.0 and 1.1,
 * Exclusive XML Canonicalization 1.0). Subtrees in `without` are left out, as the enveloped-signature transform asks.
 * No more than `room` characters are written: the exclusive form may repeat a long declaration on every element.
 */
export function canonicalize(
  apex: XmlElement | XmlDocument,
  form: CanonicalForm,
  without: ReadonlySet<XmlElement> = new Set(),
  room = Number.POSITIVE_INFINITY,
): Uint8Array {
  const writer = new Writer(form, without, room)
  if (!('root' in apex)) writer.subtree(apex)
  else {
    for (const node of apex.before) writer.outside(node, 'before')
    writer.subtree(apex.root)
    for (const node of apex.after) writer.outside(node, 'after')
  }
  return Buffer.from(writer.text, 'utf8')
}

class Writer {
  text = ''
  readonly #form: CanonicalForm
  readonly #room: number
  readonly #without: ReadonlySet<XmlElement>
  readonly #inclusive: ReadonlySet<string> | null
  /** What each prefix means at this place of the document, and what was last written for it. */
  readonly #scope = new Map<string, string[]>()
  readonly #written = new Map<string, string[]>()

  constructor(form: CanonicalForm, without: ReadonlySet<XmlElement>, room: number) {
    this.#room = room
    this.#form = form
    this.#without = without
    this.#inclusive = form.method === 'exclusive' ? new Set(form.inclusivePrefixes ?? []) : null
  }

  outside(node: XmlNode, side: 'before' | 'after'): void {
    if (node.kind === 'comment' && !this.#form.comments) return
    if (side === 'after') this.text += '\n'
    this.#leaf(node)
    if (side === 'before') this.text += '\n'
  }

  /** Without calling itself: one frame per open element. */
  subtree(apex: XmlElement): void {
    if (this.#without.has(apex)) return
    const outer = ancestorsOf(apex)
    for (const ancestor of outer) push(this.#scope, ancestor.declarations)
    const open = [this.#start(apex, outer)]
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const node = top.element.children[top.next++]
      if (node === undefined) {
        this.#end(top)
        open.pop()
      } else if (node.kind !== 'element') this.#leaf(node)
      else if (!this.#without.has(node)) open.push(this.#start(node, null))
    }
  }

  /** `outer` are the ancestors of the apex, outermost first; null below it. */
  #start(element: XmlElement, outer: readonly XmlElement[] | null): Frame {
    push(this.#scope, element.declarations)
    const written = this.#declarationsFor(element, outer)
    push(this.#written, written)
    this.text += `<${element.name}`
    for (const { prefix, uri } of written)
      this.text += ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${attributeText(uri)}"`
    for (const { name, value } of this.#attributesFor(element, outer)) this.text += ` ${name}="${attributeText(value)}"`
    this.text += '>'
    if (this.text.length > this.#room) throw new Malformed('xml-too-much-work')
    return { element, written, next: 0 }
  }

  #end({ element, written }: Frame): void {
    this.text += `</${element.name}>`
    pop(this.#written, written)
    pop(this.#scope, element.declarations)
  }

  #leaf(node: XmlNode): void {
    if (node.kind === 'text') this.text += elementText(node.text)
    else if (node.kind === 'instruction')
      this.text += `<?${node.target}${node.text === '' ? '' : ` ${returnText(node.text)}`}?>`
    else if (node.kind === 'comment' && this.#form.comments) this.text += `<!--${returnText(node.text)}-->`
  }

  /** Those that must be written here: in scope (exclusive: and used here or listed), and not already written with the same meaning. */
  #declarationsFor(element: XmlElement, outer: readonly XmlElement[] | null): readonly XmlDeclaration[] {
    if (outer === null && this.#needsNone(element)) return none
    const prefixes = new Set<string>()
    if (this.#inclusive === null) this.#addDeclared(prefixes, element, outer, () => true)
    else {
      const listed = this.#inclusive
      if (listed.size > 0) this.#addDeclared(prefixes, element, outer, (prefix) => listed.has(prefix))
      prefixes.add(element.prefix)
      for (const { name, localName } of element.attributes)
        if (name.length > localName.length) prefixes.add(name.slice(0, name.length - localName.length - 1))
    }
    prefixes.delete('xml')
    const needed: XmlDeclaration[] = []
    for (const prefix of prefixes) {
      const uri = this.#meaning(prefix)
      if (uri !== this.#saidOf(prefix)) needed.push({ prefix, uri })
    }
    return needed.length > 1 ? needed.sort((a, b) => byCodePoint(a.prefix, b.prefix)) : needed
  }

  /** Most elements: nothing new is declared, or (exclusive) nothing is used that is not written already. */
  #needsNone(element: XmlElement): boolean {
    if (this.#inclusive === null) return element.declarations.length === 0
    if (this.#inclusive.size > 0 || this.#meaning(element.prefix) !== this.#saidOf(element.prefix)) return false
    return element.attributes.every(({ name, localName }) => name.length === localName.length)
  }

  readonly #meaning = (prefix: string): string => this.#scope.get(prefix)?.at(-1) ?? ''
  readonly #saidOf = (prefix: string): string => this.#written.get(prefix)?.at(-1) ?? ''

  #addDeclared(
    prefixes: Set<string>,
    element: XmlElement,
    outer: readonly XmlElement[] | null,
    wanted: (prefix: string) => boolean,
  ): void {
    for (const { declarations } of [...(outer ?? []), element])
      for (const { prefix } of declarations) if (wanted(prefix)) prefixes.add(prefix)
  }

  #attributesFor(element: XmlElement, outer: readonly XmlElement[] | null): readonly XmlAttribute[] {
    const inherited = outer === null ? [] : inheritedAttributes(this.#form.method, element, outer)
    if (inherited.length === 0 && element.attributes.length < 2) return element.attributes
    const names = new Set(inherited.map(({ name }) => name))
    return [...element.attributes.filter(({ name }) => !names.has(name)), ...inherited].sort(byNamespaceAndName)
  }
}

const none: readonly XmlDeclaration[] = []

interface Frame {
  readonly element: XmlElement
  readonly written: readonly XmlDeclaration[]
  next: number
}

function push(stacks: Map<string, string[]>, declarations: readonly XmlDeclaration[]): void {
  for (const { prefix, uri } of declarations) {
    const stack = stacks.get(prefix)
    if (stack) stack.push(uri)
    else stacks.set(prefix, [uri])
  }
}

function pop(stacks: Map<string, string[]>, declarations: readonly XmlDeclaration[]): void {
  for (const { prefix } of declarations) stacks.get(prefix)?.pop()
}

/** Outermost first. */
function ancestorsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let at = element.parent; at !== null; at = at.parent) found.unshift(at)
  return found
}

/** C14N orders by code point; the runtime's strings compare by UTF-16 unit, which differs beyond U+FFFF. */
const byCodePoint = (a: string, b: string): number => {
  if (a === b) return 0
  if (!beyondBasicPlane.test(a) && !beyondBasicPlane.test(b)) return a < b ? -1 : 1
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}
const beyondBasicPlane = /[\uD800-\uDFFF]/

const byNamespaceAndName = (a: XmlAttribute, b: XmlAttribute): number =>
  byCodePoint(a.namespace, b.namespace) || byCodePoint(a.localName, b.localName)

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}
const escaped = (character: string): string => escapes[character] ?? character

const elementText = (text: string): string => (/[&<>\r]/.test(text) ? text.replaceAll(/[&<>\r]/g, escaped) : text)
const attributeText = (text: string): string =>
  /[&<"\t\n\r]/.test(text) ? text.replaceAll(/[&<"\t\n\r]/g, escaped) : text
const returnText = (text: string): string => (text.includes('\r') ? text.replaceAll('\r', '&#xD;') : text)
