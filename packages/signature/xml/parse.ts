import { Malformed } from '../malformed.ts'
import { decodeXml } from './decode.ts'
import { forbiddenCharacter, isAllowedCharacter, qualifiedName } from './names.ts'
import { Namespaces } from './namespaces.ts'
import type { XmlAttribute, XmlDeclaration, XmlDocument, XmlElement, XmlNode } from './tree.ts'

/** Prescriptions reach 20; libxml2 stops at 256 as well. */
const deepest = 256
/** A dispensing file with archive stamps has some 2,000 nodes; a million is a memory of some 300 MB. */
const mostNodes = 1_000_000
/** No vocabulary that we read comes near; sorting attributes and looking for the same one twice stays cheap. */
const mostAttributes = 256

/** `readonly` holds for everyone else: a document is put together here and nowhere else. */
type Building<T> = { -readonly [K in keyof T]: T[K] }
type Open = Building<Omit<XmlElement, 'children'>> & { children: XmlNode[] }

/**
 * Reads a document, strictly: everything that XML 1.0 or Namespaces in XML 1.0 call an error is refused with a code. A doctype is
 * refused too, and with it every entity but the five that XML knows. Nothing is repaired, nothing is fetched, each character is
 * looked at a fixed number of times.
 */
export function parseXml(input: Uint8Array | string): XmlDocument {
  const source = typeof input === 'string' ? input : decodeXml(input)
  if (!source.isWellFormed() || forbiddenCharacter.test(source)) throw new Malformed('xml-forbidden-character')
  return new Reader(source).document()
}

class Reader {
  readonly #source: string
  readonly #namespaces = new Namespaces()
  readonly #name = qualifiedName()
  #at = 0
  #nodes = 0

  constructor(source: string) {
    this.#source = source
  }

  document(): XmlDocument {
    this.#xmlDeclaration()
    const before = this.#miscellany()
    if (this.#source[this.#at] !== '<') throw this.#malformed('xml-no-root')
    const root = this.#tree()
    const after = this.#miscellany()
    if (this.#at < this.#source.length) throw this.#malformed('xml-content-after-the-root')
    return { source: this.#source, root, before, after }
  }

  #malformed(reason: string): Malformed {
    return new Malformed(reason, { at: this.#at })
  }

  /** Only version 1.0: in 1.1 other characters end a line, which would change what was signed. */
  #xmlDeclaration(): void {
    if (!/^<\?xml[ \t\r\n]/.test(this.#source)) return
    const declaration =
      /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/.exec(
        this.#source.slice(0, 400),
      )
    if (!declaration) throw this.#malformed('xml-declaration')
    this.#at = declaration[0].length
  }

  /** Comments, instructions and spaces outside the root. */
  #miscellany(): readonly XmlNode[] {
    const found: XmlNode[] = []
    for (;;) {
      this.#spaces()
      if (this.#isNext('<!--')) found.push(this.#comment())
      else if (this.#isNext('<?')) found.push(this.#instruction())
      else if (this.#isNext('<!DOCTYPE')) throw this.#malformed('xml-doctype')
      else return found
    }
  }

  /** The root and everything in it, without calling itself. */
  #tree(): XmlElement {
    const root = this.#startTag(null)
    const open: Open[] = []
    if (root.endTagAt !== null) open.push(root)
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (this.#source.charCodeAt(this.#at) !== 0x3c) this.#text(top)
      else if (this.#isNext('</')) {
        this.#endTag(top)
        open.pop()
      } else this.#markup(top, open)
    }
    return root
  }

  #markup(top: Open, open: Open[]): void {
    if (this.#isNext('<!--')) top.children.push(this.#comment())
    else if (this.#isNext('<![CDATA[')) this.#cdata(top)
    else if (this.#isNext('<?')) top.children.push(this.#instruction())
    else if (this.#isNext('<!')) throw this.#malformed('xml-doctype')
    else {
      const element = this.#startTag(top)
      top.children.push(element)
      if (element.endTagAt !== null) open.push(element)
      if (open.length > deepest) throw new Malformed('xml-too-deep', { limit: deepest })
    }
  }

  #startTag(parent: Open | null): Open {
    const start = this.#at++
    this.#count()
    const [prefix, localName] = this.#qualifiedName()
    const raw: { prefix: string; localName: string; value: string }[] = []
    const declarations: XmlDeclaration[] = []
    for (;;) {
      const spaced = this.#spaces()
      const next = this.#source[this.#at]
      if (next === '>' || next === '/') break
      if (!spaced) throw this.#malformed('xml-tag')
      const [attributePrefix, attributeName] = this.#qualifiedName()
      const value = this.#attributeValue()
      if (attributePrefix === 'xmlns') declarations.push({ prefix: attributeName, uri: value })
      else if (attributePrefix === '' && attributeName === 'xmlns') declarations.push({ prefix: '', uri: value })
      else raw.push({ prefix: attributePrefix, localName: attributeName, value })
      if (raw.length + declarations.length > mostAttributes)
        throw new Malformed('xml-too-many-attributes', { limit: mostAttributes })
    }
    const closed = this.#source[this.#at] === '/'
    this.#expect(closed ? '/>' : '>')
    this.#namespaces.enter(declarations)
    const element: Open = {
      kind: 'element',
      name: prefix === '' ? localName : `${prefix}:${localName}`,
      prefix,
      localName,
      namespace: this.#namespaces.uriOf(prefix),
      attributes: this.#attributes(raw),
      declarations,
      children: [],
      parent: parent as XmlElement | null,
      start,
      end: this.#at,
      endTagAt: closed ? null : this.#at,
    }
    if (closed) this.#namespaces.leave(declarations)
    return element
  }

  #attributes(raw: readonly { prefix: string; localName: string; value: string }[]): readonly XmlAttribute[] {
    if (raw.length === 0) return none
    const seen = new Set<string>()
    return raw.map(({ prefix, localName, value }) => {
      const namespace = prefix === '' ? '' : this.#namespaces.uriOf(prefix)
      const key = `${localName} ${namespace}`
      if (seen.has(key)) throw this.#malformed('xml-attribute-twice')
      seen.add(key)
      return { name: prefix === '' ? localName : `${prefix}:${localName}`, localName, namespace, value }
    })
  }

  #endTag(element: Open): void {
    element.endTagAt = this.#at
    this.#at += 2
    if (!this.#isNext(element.name)) throw this.#malformed('xml-end-tag')
    this.#at += element.name.length
    this.#spaces()
    this.#expect('>')
    element.end = this.#at
    this.#namespaces.leave(element.declarations)
  }

  #text(parent: Open): void {
    const end = this.#source.indexOf('<', this.#at)
    if (end < 0) throw this.#malformed('xml-cut-short')
    const raw = this.#source.slice(this.#at, end)
    if (raw.includes(']]>')) throw this.#malformed('xml-cdata-end-in-text')
    this.#append(parent, this.#resolved(oneLineEnd(raw)))
    this.#at = end
  }

  #cdata(parent: Open): void {
    this.#append(parent, oneLineEnd(this.#until('<![CDATA[', ']]>')))
  }

  /** Text beside text is one node, as it is in the data model of canonical form. */
  #append(parent: Open, text: string): void {
    const last = parent.children.at(-1)
    if (last?.kind === 'text') {
      parent.children[parent.children.length - 1] = { kind: 'text', text: last.text + text }
      this.#count()
    } else if (text !== '') {
      this.#count()
      parent.children.push({ kind: 'text', text })
    }
  }

  #comment(): XmlNode {
    this.#count()
    const text = this.#until('<!--', '-->')
    if (text.includes('--') || text.endsWith('-')) throw this.#malformed('xml-comment')
    return { kind: 'comment', text: oneLineEnd(text) }
  }

  #instruction(): XmlNode {
    this.#count()
    const inside = this.#until('<?', '?>')
    this.#name.lastIndex = 0
    const target = this.#name.exec(inside)
    const [name = '', , second] = target ?? []
    const rest = inside.slice(name.length)
    if (!target || second !== undefined || name.toLowerCase() === 'xml' || (rest !== '' && !/^[ \t\r\n]/.test(rest)))
      throw this.#malformed('xml-instruction')
    return { kind: 'instruction', target: name, text: oneLineEnd(rest.replace(/^[ \t\r\n]+/, '')) }
  }

  /** What stands between `opening`, where we are, and the next `closing`. */
  #until(opening: string, closing: string): string {
    const from = this.#at + opening.length
    const end = this.#source.indexOf(closing, from)
    if (end < 0) throw this.#malformed('xml-cut-short')
    this.#at = end + closing.length
    return this.#source.slice(from, end)
  }

  #attributeValue(): string {
    this.#spaces()
    this.#expect('=')
    this.#spaces()
    const quote = this.#source[this.#at]
    if (quote !== '"' && quote !== "'") throw this.#malformed('xml-attribute')
    const raw = this.#until(quote, quote)
    if (raw.includes('<')) throw this.#malformed('xml-attribute')
    return this.#resolved(/[\t\n\r]/.test(raw) ? oneLineEnd(raw).replaceAll(/[\t\n]/g, ' ') : raw)
  }

  /** Character references and the five entities that need no doctype. */
  #resolved(text: string): string {
    if (!text.includes('&')) return text
    return text.replaceAll(/&([^;&]{0,20};?)/g, (_, inside: string) => {
      const known = entities[inside]
      if (known !== undefined) return known
      const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));$/.exec(inside) ?? []
      const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : -1
      if (!isAllowedCharacter(code)) throw this.#malformed(inside.startsWith('#') ? 'xml-reference' : 'xml-entity')
      return String.fromCodePoint(code)
    })
  }

  #qualifiedName(): readonly [prefix: string, localName: string] {
    this.#name.lastIndex = this.#at
    const match = this.#name.exec(this.#source)
    if (!match) throw this.#malformed('xml-name')
    this.#at += match[0].length
    const [, first = '', second] = match
    if (this.#source[this.#at] === ':') throw this.#malformed('xml-name')
    return second === undefined ? ['', first] : [first, second]
  }

  #spaces(): boolean {
    const from = this.#at
    for (let code = this.#source.charCodeAt(from); isSpace(code); code = this.#source.charCodeAt(++this.#at));
    return this.#at > from
  }

  #isNext(text: string): boolean {
    return this.#source.startsWith(text, this.#at)
  }

  #expect(text: string): void {
    if (!this.#isNext(text)) throw this.#malformed('xml-tag')
    this.#at += text.length
  }

  #count(): void {
    if (++this.#nodes > mostNodes) throw new Malformed('xml-too-many-nodes', { limit: mostNodes })
  }
}

const none: readonly XmlAttribute[] = []
const entities: Readonly<Record<string, string>> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" }

const isSpace = (code: number): boolean => code === 0x20 || code === 0x9 || code === 0xa || code === 0xd

/** XML 1.0 §2.11. */
const oneLineEnd = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)
