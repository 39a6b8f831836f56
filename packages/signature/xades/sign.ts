import type { Moment } from '../asn1/value.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { Malformed } from '../malformed.ts'
import { decodeXml } from '../xml/decode.ts'
import { parseXml } from '../xml/parse.ts'
import { escaped, inBase64, type Signing, signedText } from './build.ts'
import { SignedDocument } from './document.ts'
import { base64, enveloped, exclusiveNamespace } from './names.ts'

/** Who signs, and when they say it is. For B-T and above hand the result to `extend.ts`. */
export interface XmlSigner {
  readonly key: SigningKey
  readonly at: Moment
}

/** A file to be signed beside its signature, or inside it. */
export interface Content {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
}

/** 署名の付与 — the document with a signature as the last child of its root; everything else stays as it was, octet by octet. */
export async function signEnveloped(document: Uint8Array, signer: XmlSigner): Promise<Uint8Array> {
  const source = utf8TextOf(document)
  const { root } = parseXml(source)
  const parts = [{ uri: '', transforms: [enveloped, exclusiveNamespace], mimeType: 'text/xml' }]
  const at = root.endTagAt
  const around =
    at === null
      ? (signature: string) => `${source.slice(0, root.end - 2)}>${signature}</${root.name}>${source.slice(root.end)}`
      : (signature: string) => `${source.slice(0, at)}${signature}${source.slice(at)}`
  return octets(await signedText({ ...basics(signer, freeId(document)), parts }, around))
}

/** A ds:Signature that holds the contents as base64; the digest runs over the contents themselves. */
export async function signEnveloping(content: Content, signer: XmlSigner): Promise<Uint8Array> {
  const id = 'Signature'
  const objects =
    `<ds:Object Id="${id}-Content" MimeType="${escaped(content.mimeType)}" Encoding="${base64}">` +
    `${inBase64(content.bytes)}</ds:Object>`
  const parts = [{ uri: `#${id}-Content`, transforms: [base64], mimeType: content.mimeType }]
  return octets(
    await signedText({ ...basics(signer, id), parts, objects }, (signature) => `${declaration}${signature}`),
  )
}

/** A ds:Signature that stands beside the files it names. */
export async function signDetached(contents: readonly Content[], signer: XmlSigner): Promise<Uint8Array> {
  const parts = contents.map(({ name, mimeType }) => ({ uri: encodeURI(name), transforms: [], mimeType }))
  if (parts.some(({ uri }) => uri === '' || uri.startsWith('#'))) throw new Malformed('content-name')
  const detached = new Map(contents.map(({ name, bytes }) => [encodeURI(name), bytes]))
  const around = (signature: string) => `${declaration}${signature}`
  return octets(await signedText({ ...basics(signer, 'Signature'), parts }, around, detached))
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

const basics = ({ key, at }: XmlSigner, id: string): Signing => ({
  key,
  at,
  id,
  parts: [],
  objects: '',
  keyInfoSigned: false,
})

const octets = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** The text of a document that we add to: UTF-8 without a mark, so that writing it again gives the same octets. */
export function utf8TextOf(document: Uint8Array): string {
  const source = decodeXml(document)
  if (Buffer.compare(Buffer.from(source, 'utf8'), document) !== 0) throw new Malformed('xml-not-plain-utf-8')
  return source
}

/** Two elements with one id would make the signature worthless; a second signature inside what the first covers would break that one. */
function freeId(document: Uint8Array): string {
  const read = new SignedDocument(document)
  if (read.signatures.length > 0) throw new Malformed('xml-already-signed')
  const names = ['Signature', ...Array.from({ length: 64 }, (_, i) => `Signature${i + 2}`)]
  const suffixes = ['', '-SignedProperties', '-KeyInfo', '-SignatureValue', '-Reference1']
  const free = names.find((name) => suffixes.every((suffix) => read.byId(name + suffix) === null))
  if (free === undefined) throw new Malformed('signatures-too-many')
  return free
}
