import { Malformed } from '../malformed.ts'
import { type CanonicalForm, canonicalize } from '../xml/canonical.ts'
import { parseXml } from '../xml/parse.ts'
import { attributeOf, descendantsOf, is, type XmlDocument, type XmlElement, xmlNamespace } from '../xml/tree.ts'
import { ds } from './names.ts'
import type { Detached } from './reference.ts'

/** Signatures in one file: a dispensing file has two, a file countersigned by a whole ward stays below this. */
const mostSignatures = 64

/** All canonical octets of one file together, as a multiple of its length: archive stamps bring the same parts into form again. */
const mostWork = 32
const workForSmallFiles = 1024 * 1024
/** Contents that were handed in, as a multiple of their length: each signature digests each once, an archive stamp once more. */
const mostWorkBeside = 32

/** A document that is being verified: its elements by id, its signatures, and how much work it may still cause. */
export class SignedDocument {
  readonly document: XmlDocument
  readonly signatures: readonly XmlElement[]
  readonly #ids = new Map<string, XmlElement | 'twice'>()
  #room: number

  /** `share`: of how many files of signatures over the same contents this is one. */
  constructor(bytes: Uint8Array, beside: Detached = new Map(), share = 1) {
    this.document = parseXml(bytes)
    const outside = [...beside.values()].reduce((sum, { length }) => sum + length, 0)
    this.#room =
      this.document.source.length * mostWork + workForSmallFiles + outside * Math.max(2, mostWorkBeside / share)
    const signatures: XmlElement[] = []
    this.#note(this.document.root, signatures)
    for (const node of descendantsOf(this.document.root)) if (node.kind === 'element') this.#note(node, signatures)
    if (signatures.length > mostSignatures) throw new Malformed('signatures-too-many', { limit: mostSignatures })
    this.signatures = signatures
  }

  /** `Id` is what XML-DSig and XAdES write, `id` what e-prescriptions write, `ID` what SAML writes; without a schema all count. */
  #note(element: XmlElement, signatures: XmlElement[]): void {
    if (is(element, ds, 'Signature')) signatures.push(element)
    if (element.attributes.length === 0) return
    const ofXml = element.attributes.find((one) => one.namespace === xmlNamespace && one.localName === 'id')?.value
    for (const id of [attributeOf(element, 'Id'), attributeOf(element, 'id'), attributeOf(element, 'ID'), ofXml])
      if (id !== undefined) this.#ids.set(id, this.#ids.has(id) ? 'twice' : element)
  }

  /** The one element with this id; `twice` where two have it, null where none. */
  byId(id: string): XmlElement | 'twice' | null {
    return this.#ids.get(id) ?? null
  }

  /** Canonical octets, counted: a file may not make us write more than its length times a constant, nor try so twice. */
  canonical(apex: XmlElement | XmlDocument, form: CanonicalForm, without?: ReadonlySet<XmlElement>): Uint8Array {
    const room = this.#room
    this.#room = 0
    const octets = canonicalize(apex, form, without, room)
    this.#room = room - octets.length
    return octets
  }

  /** A digest over octets that needed no canonical form costs as much as one that did. */
  spend(octets: number): void {
    this.#room -= octets
    if (this.#room < 0) throw new Malformed('xml-too-much-work')
  }
}
